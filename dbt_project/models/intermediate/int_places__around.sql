-- What a place lies in, near and far: Hyderabad House in New Delhi and India, Panaji in Goa and India.
with recursive around as (
    select
        place_id,
        within_place_id as around_place_id
    from {{ ref('dim_places') }}
    where within_place_id is not null
    union
    select
        around.place_id,
        place.within_place_id as around_place_id
    from around
    inner join {{ ref('dim_places') }} as place on around.around_place_id = place.place_id
    where place.within_place_id is not null
)

select
    place_id,
    around_place_id
from around
union
select
    place_id,
    code as around_place_id
from {{ ref('dim_places') }}
where code is not null and code != place_id
