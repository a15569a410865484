-- Which outlets were silent, and on which days? Fewer articles than on their quietest day.
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
