-- Why are pages set aside?
-- पन्ने किस वजह से छोड़े जाते हैं?
-- One row an outlet, step and reason, over all nights.
select
    outlet,
    step,
    reason,
    count(*) as n_rejected,
    max(news_date) as last_news_date
from {{ ref('fct_rejects') }}
group by all
order by n_rejected desc, outlet asc, reason asc
