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
-- Articles given as a file, and hosts of a back-fill, are outlets that are in no registry.
select
    seen.outlet,
    seen.outlet as title_hi,
    seen.outlet as title_en,
    cast(null as varchar) as domain,
    'unregistered' as media_type,
    cast(null as integer) as min_articles,
    false as is_sample,
    true as is_active,
    false as is_registered
from (
    select outlet from {{ ref('stg_rajnay__fetches') }}
    union
    select outlet from {{ ref('int_articles__sourced') }}
) as seen
anti join {{ ref('stg_rajnay__outlets') }} as outlet on seen.outlet = outlet.outlet
