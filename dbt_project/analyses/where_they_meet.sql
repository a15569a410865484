-- Where do they meet?
-- मुलाक़ातें कहाँ होती हैं?
-- One row a city, state or venue, of meetings held face to face.
select
    place.name_hi,
    place.name_en,
    place.code,
    count(*) as n_meetings
from {{ ref('fct_meetings') }} as meeting
inner join {{ ref('dim_places') }} as place on meeting.place_id = place.place_id
where meeting.status = 'held' and meeting.channel = 'in_person'
group by all
order by n_meetings desc, place.name_en asc
