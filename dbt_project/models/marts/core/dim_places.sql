select
    place.place_id,
    place.name_hi,
    place.name_en,
    place.kind,
    place.code,
    city.place_id as within_place_id
from {{ ref('places') }} as place
-- Two cities may share a name: a venue then lies in the one of its own state.
left join {{ ref('places') }} as city
    on place.within = city.name_hi and city.kind = 'city' and place.code is not distinct from city.code
union all
select
    code as place_id,
    name_hi,
    name_en,
    'state' as kind,
    code,
    cast(null as varchar) as within_place_id
from {{ ref('states') }}
