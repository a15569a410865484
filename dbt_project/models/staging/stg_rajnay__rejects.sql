select
    news_date,
    step,
    outlet,
    url,
    reason,
    detail,
    text_sha256,
    warc_file,
    warc_offset
from {{ source('rajnay', 'rejects') }}
