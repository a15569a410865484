{{ config(materialized='view') }}
select
    article.article_id,
    article.given_id,
    article.outlet,
    article.news_date,
    article.url,
    article.url_canonical,
    article.title,
    article.text,
    article.author,
    article.agency,
    article.dateline_place,
    article.dateline_date,
    article.section,
    article.published_at,
    article.published_zone_known as is_published_zone_known,
    article.modified_at,
    article.fetched_at,
    article.language,
    article.extraction_method,
    article.was_legacy_font,
    article.text_sha256,
    article.n_chars,
    sourced.cluster_id,
    sourced.cluster_role,
    sourced.similarity,
    article.warc_file,
    article.warc_offset,
    visited.last_visited_at,
    visited.taken_down_at
from {{ source('rajnay', 'articles') }} as article
inner join {{ ref('int_articles__sourced') }} as sourced
    on article.article_id = sourced.article_id and article.news_date = sourced.news_date
left join {{ ref('int_articles__visited') }} as visited on article.article_id = visited.article_id
