-- How well supported are the facts?
-- तथ्यों के पीछे कितने स्वतंत्र स्रोत हैं?
-- Meetings and agreements by their independent sources: an agency's copies and near-duplicates are one source.
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
