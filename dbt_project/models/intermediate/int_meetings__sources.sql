-- Each account is as sure as its surest article; that one of several is right is one less all their doubts.
with accounts as (
    select
        meeting_id,
        source_key,
        max(least(confidence, 0.99)) as confidence
    from {{ ref('int_meetings__told') }}
    group by all
)

select
    meeting_id,
    count(*) as n_independent_sources,
    round(1 - product(1 - confidence), 4) as confidence
from accounts
group by all
