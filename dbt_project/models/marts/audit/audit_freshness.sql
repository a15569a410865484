-- How long an outlet has been quiet, against its own habit: the longest quiet stretch of nine out of ten in 28 nights.
with latest as (
    select max(news_date) as night
    from {{ ref('fct_outlet_days') }}
),

seen as (
    select
        outlet,
        coalesce(published_at, fetched_at) as appeared_at,
        fetched_at,
        news_date
    from {{ ref('dim_articles') }}
),

measured_at as (
    select max(fetched_at) as now
    from seen
),

gaps as (
    select
        seen.outlet,
        date_diff(
            'minute', lag(seen.appeared_at) over (partition by seen.outlet order by seen.appeared_at), seen.appeared_at
        ) / 60.0 as gap_hours
    from seen
    cross join latest
    where seen.news_date > latest.night - interval 28 day
),

habits as (
    select
        outlet,
        -- The nights are a day apart: what one night leaves is there on the next.
        greatest(quantile_cont(gap_hours, 0.9), 24) as normal_hours,
        count(gap_hours) as n_gaps
    from gaps
    group by outlet
),

lasts as (
    select
        outlet,
        arg_max(article_id, { 'at': appeared_at, 'article': article_id }) as last_article_id,
        max(appeared_at) as last_article_at
    from (
        select
            article_id,
            outlet,
            coalesce(published_at, fetched_at) as appeared_at
        from {{ ref('dim_articles') }}
    )
    group by outlet
),

asked as (
    select distinct fetched.outlet
    from {{ ref('fct_outlet_days') }} as fetched
    cross join latest
    where fetched.news_date = latest.night
)

select
    outlet.outlet,
    lasts.last_article_id,
    lasts.last_article_at,
    round(date_diff('minute', lasts.last_article_at, measured_at.now) / 60.0, 1) as lag_hours,
    round(habits.normal_hours, 1) as normal_hours,
    case
        when lasts.outlet is null then 'never_seen'
        when asked.outlet is null then 'not_asked'
        when lag_hours <= habits.normal_hours then 'fresh'
        when lag_hours <= 3 * habits.normal_hours then 'late'
        else 'silent'
    end as state
from {{ ref('dim_outlets') }} as outlet
left join lasts on outlet.outlet = lasts.outlet
left join habits on outlet.outlet = habits.outlet
left join asked on outlet.outlet = asked.outlet
cross join measured_at
where outlet.is_active
