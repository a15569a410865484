-- By how much would counting reports over-count events?
-- ख़बरें गिनने पर घटनाएँ कितनी बढ़ी हुई दिखेंगी?
-- One row a kind of event and status: over_count 1.8 means that reports would show 80 % more events than there were.
with event as (
    select
        'meeting' as what,
        status,
        n_articles
    from {{ ref('fct_meetings') }}
    union all
    select
        'agreement' as what,
        status,
        n_articles
    from {{ ref('fct_agreements') }}
)

select
    event.what,
    event.status,
    count(*) as n_events,
    sum(event.n_articles) as n_reports,
    round(sum(event.n_articles) / count(*), 2) as over_count,
    max(event.n_articles) as most_reports_of_one
from event
group by event.what, event.status
order by event.what asc, n_events desc
