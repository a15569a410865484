-- Why are pages set aside? By outlet and reason.
select
    outlet,
    step,
    reason,
    count(*) as n_rejected,
    max(news_date) as last_news_date
from {{ ref('fct_rejects') }}
group by all
order by n_rejected desc, outlet asc, reason asc
