{{ config(materialized='incremental', incremental_strategy='night', unique_key='article_id') }}
select
    article.article_id,
    article.outlet,
    article.news_date,
    coalesce(article.published_at, article.fetched_at) as reported_at,
    cluster.cluster_id,
    cluster.cluster_role,
    cluster.similarity,
    -- Whose account it is: an agency's copies are one account, and so are near-duplicates.
    coalesce(article.agency, cluster.cluster_id) as source_key
from {{ ref('stg_rajnay__articles') }} as article
inner join {{ ref('stg_rajnay__clusters') }} as cluster on article.article_id = cluster.article_id
