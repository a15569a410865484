select
    article_id,
    given_id,
    outlet,
    news_date,
    url,
    url_canonical,
    title,
    text,
    author,
    agency,
    dateline_place,
    dateline_date,
    section,
    published_at,
    published_zone_known as is_published_zone_known,
    modified_at,
    fetched_at,
    language,
    extraction_method,
    was_legacy_font,
    text_sha256,
    n_chars,
    warc_file,
    warc_offset
from {{ source('rajnay', 'articles') }}
-- The facts of an article are those of the last night that read it.
qualify row_number() over (partition by article_id order by news_date desc) = 1
