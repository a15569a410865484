-- Each account is as sure as its surest article; that one of several is right is one less all their doubts.
with accounts as (
    select
        agreement_id,
        source_key,
        max(least(confidence, 0.99)) as confidence
    from {{ ref('int_agreements__told') }}
    group by all
)

select
    agreement_id,
    count(*) as n_independent_sources,
    round(1 - product(1 - confidence), 4) as confidence
from accounts
group by all
