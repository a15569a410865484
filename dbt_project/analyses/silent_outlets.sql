-- Which outlets were silent, and on which days?
-- कौन-से अख़बार किस दिन ख़ामोश रहे?
-- Days with fewer articles than the outlet's quietest normal day: look at n_failed and n_rejected before believing
-- the silence.
select
    day.outlet,
    outlet.title_hi,
    day.news_date,
    day.n_articles,
    outlet.min_articles,
    day.n_failed,
    day.n_rejected
from {{ ref('fct_outlet_days') }} as day
inner join {{ ref('dim_outlets') }} as outlet on day.outlet = outlet.outlet
where day.is_silent
order by day.news_date desc, day.outlet asc
