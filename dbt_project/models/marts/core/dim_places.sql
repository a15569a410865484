select
    place.place_id,
    place.name_hi,
    place.name_en,
    place.kind,
    place.code,
    coalesce(city.place_id, containment.within_place_id) as within_place_id
from {{ ref('places') }} as place
-- Two cities may share a name: a venue then lies in the one of its own state.
left join {{ ref('places') }} as city
    on place.within = city.name_hi and city.kind = 'city' and place.code is not distinct from city.code
left join {{ ref('place_containments') }} as containment on place.place_id = containment.place_id
union all
select
    code as place_id,
    name_hi,
    name_en,
    'state' as kind,
    code,
    cast(null as varchar) as within_place_id
from {{ ref('states') }}
