select
    outlet,
    title_hi,
    title_en,
    domain,
    media_type,
    min_articles,
    is_sample,
    is_active
from {{ source('rajnay', 'outlets') }}
