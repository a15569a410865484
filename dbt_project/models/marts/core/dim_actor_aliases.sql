with spelled as (
    select
        actor_id,
        unnest(names) as surface,
        unnest(name_keys) as match_key,
        article_id,
        news_date
    from {{ ref('int_actors__identified') }}
)

select
    actor_id,
    surface,
    min(match_key) as match_key,
    count(distinct article_id) as n_articles,
    min(news_date) as first_news_date,
    max(news_date) as last_news_date
from spelled
group by all
