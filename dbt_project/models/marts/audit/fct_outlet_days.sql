with fetched as (
    select
        outlet,
        news_date,
        sum(n_listed) filter (where kind in ('feed', 'sitemap', 'list_page')) as n_listed,
        count(*) filter (where kind = 'page') as n_page_attempts,
        count(*) filter (where kind = 'page' and outcome = 'taken') as n_taken,
        count(*) filter (where kind = 'page' and outcome = 'already_taken') as n_already_taken,
        count(*) filter (
            where outcome not in ('taken', 'not_modified', 'already_taken', 'skipped') and kind != 'tdmrep'
        ) as n_failed
    from {{ ref('stg_rajnay__fetches') }}
    group by all
),

kept as (
    select
        outlet,
        news_date,
        count(*) as n_articles,
        count(*) filter (where cluster_role != 'canonical') as n_duplicates
    from {{ ref('int_articles__sourced') }}
    group by all
),

rejected as (
    select
        outlet,
        news_date,
        count(*) as n_rejected
    from {{ ref('stg_rajnay__rejects') }}
    where outlet is not null
    group by all
),

told as (
    select
        article.outlet,
        article.news_date,
        count(distinct assigned.meeting_id) as n_meetings
    from {{ ref('int_meetings__assigned') }} as assigned
    inner join {{ ref('int_articles__sourced') }} as article on assigned.article_id = article.article_id
    where not assigned.is_rejected
    group by all
),

agreed as (
    select
        article.outlet,
        article.news_date,
        count(distinct assigned.agreement_id) as n_agreements
    from {{ ref('int_agreements__assigned') }} as assigned
    inner join {{ ref('int_articles__sourced') }} as article on assigned.article_id = article.article_id
    where not assigned.is_rejected
    group by all
),

days as (
    select
        outlet,
        news_date
    from fetched
    union
    select
        outlet,
        news_date
    from kept
    union
    select
        outlet,
        news_date
    from rejected
)

select
    days.outlet,
    days.news_date,
    cast(coalesce(fetched.n_listed, 0) as integer) as n_listed,
    cast(coalesce(fetched.n_page_attempts, 0) as integer) as n_page_attempts,
    cast(coalesce(fetched.n_taken, 0) as integer) as n_taken,
    cast(coalesce(fetched.n_already_taken, 0) as integer) as n_already_taken,
    cast(coalesce(fetched.n_failed, 0) as integer) as n_failed,
    cast(coalesce(kept.n_articles, 0) as integer) as n_articles,
    cast(coalesce(kept.n_duplicates, 0) as integer) as n_duplicates,
    cast(coalesce(rejected.n_rejected, 0) as integer) as n_rejected,
    cast(coalesce(told.n_meetings, 0) as integer) as n_meetings,
    cast(coalesce(agreed.n_agreements, 0) as integer) as n_agreements,
    coalesce(kept.n_articles, 0) < outlet.min_articles as is_silent
from days
left join fetched on days.outlet = fetched.outlet and days.news_date = fetched.news_date
left join kept on days.outlet = kept.outlet and days.news_date = kept.news_date
left join rejected on days.outlet = rejected.outlet and days.news_date = rejected.news_date
left join told on days.outlet = told.outlet and days.news_date = told.news_date
left join agreed on days.outlet = agreed.outlet and days.news_date = agreed.news_date
left join {{ ref('dim_outlets') }} as outlet on days.outlet = outlet.outlet
