-- A view: what to do again after the reading got better. The newest version is that of the last night's articles.
{{ config(materialized='view', contract={'enforced': false}) }}
with reading as (
    select distinct
        mention.article_id,
        mention.extractor_version,
        article.news_date
    from {{ ref('fct_mentions') }} as mention
    inner join {{ ref('dim_articles') }} as article on mention.article_id = article.article_id
),

newest as (
    select arg_max(extractor_version, news_date) as extractor_version
    from reading
)

select
    reading.news_date,
    reading.extractor_version,
    newest.extractor_version as newest_version,
    count(*) as n_articles,
    'rajnay reprocess ' || reading.news_date || ' ' || reading.news_date as mended_by
from reading
cross join newest
where reading.extractor_version != newest.extractor_version
group by all
