with versions as (
    select
        article_id,
        row_number() over (partition by article_id order by news_date) as version_no,
        count(*) over (partition by article_id) as n_versions,
        outlet,
        news_date,
        title,
        text,
        published_at,
        modified_at,
        fetched_at,
        text_sha256,
        n_chars,
        warc_file,
        warc_offset
    from {{ source('rajnay', 'articles') }}
)

select
    article_id,
    cast(version_no as integer) as version_no,
    version_no = n_versions as is_current,
    outlet,
    news_date,
    title,
    text,
    published_at,
    modified_at,
    fetched_at,
    text_sha256,
    n_chars,
    warc_file,
    warc_offset
from versions
