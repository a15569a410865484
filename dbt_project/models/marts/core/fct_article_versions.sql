-- A view: the texts are the larger half of the warehouse and are not kept twice.
{{ config(materialized='view') }}
with versions as (
    select
        article_id,
        news_date,
        row_number() over (partition by article_id order by news_date) as version_no,
        count(*) over (partition by article_id) as n_versions
    from {{ source('rajnay', 'articles') }}
)

select
    article.article_id,
    cast(versions.version_no as integer) as version_no,
    versions.version_no = versions.n_versions as is_current,
    article.outlet,
    article.news_date,
    article.title,
    article.text,
    article.published_at,
    article.modified_at,
    article.fetched_at,
    article.text_sha256,
    article.n_chars,
    article.warc_file,
    article.warc_offset
from {{ source('rajnay', 'articles') }} as article
inner join versions on article.article_id = versions.article_id and article.news_date = versions.news_date
