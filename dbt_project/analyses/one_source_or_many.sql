-- How well supported are the facts? Meetings and agreements by their independent sources.
select
    'meeting' as what,
    n_independent_sources,
    count(*) as n_facts,
    round(avg(confidence), 3) as mean_confidence
from {{ ref('fct_meetings') }}
group by all
union all
select
    'agreement' as what,
    n_independent_sources,
    count(*) as n_facts,
    round(avg(confidence), 3) as mean_confidence
from {{ ref('fct_agreements') }}
group by all
order by what, n_independent_sources
