select
    outlet,
    title_hi,
    title_en,
    domain,
    media_type,
    min_articles,
    is_sample,
    is_active,
    true as is_registered
from {{ ref('stg_rajnay__outlets') }}
union all
-- Articles given as a file name outlets that are in no registry.
select distinct
    article.outlet,
    article.outlet,
    article.outlet,
    cast(null as varchar),
    'unregistered',
    cast(null as integer),
    false,
    true,
    false
from {{ ref('stg_rajnay__articles') }} as article
anti join {{ ref('stg_rajnay__outlets') }} as outlet on article.outlet = outlet.outlet
