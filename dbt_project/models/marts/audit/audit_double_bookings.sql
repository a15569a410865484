-- A person who is told to have sat at two tables in two states on one day: a report, or its reading, may err. A day
-- can hold both in truth (a summit's farewell, then a flight home): a flag, no reject.
with sat as (
    select
        member.actor_id,
        meeting.meeting_id,
        meeting.start_date as met_on,
        meeting.place_id,
        place.code,
        meeting.n_independent_sources
    from {{ ref('bridge_meetings_x_actors') }} as member
    inner join {{ ref('fct_meetings') }} as meeting on member.meeting_id = meeting.meeting_id
    inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
    inner join {{ ref('dim_places') }} as place on meeting.place_id = place.place_id
    where
        actor.kind = 'person'
        and meeting.status = 'held'
        and meeting.channel = 'in_person'
        and meeting.date_precision = 'day'
        and place.code is not null
)

select
    {{ key_of(['one.actor_id', 'one.meeting_id', 'other.meeting_id']) }} as double_booking_id,
    one.actor_id,
    one.met_on,
    one.meeting_id,
    one.place_id,
    other.meeting_id as other_meeting_id,
    other.place_id as other_place_id,
    one.n_independent_sources,
    other.n_independent_sources as n_other_sources
from sat as one
inner join sat as other
    on
        one.actor_id = other.actor_id
        and one.met_on = other.met_on
        and one.code != other.code
        and one.meeting_id < other.meeting_id
