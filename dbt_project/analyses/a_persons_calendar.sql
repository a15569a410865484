-- What is in a minister's calendar? Here that of the person with the most meetings; put a name in instead.
with person as (
    select member.actor_id
    from {{ ref('bridge_meetings_x_actors') }} as member
    inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
    where actor.kind = 'person'
    group by all
    order by count(*) desc, member.actor_id
    limit 1
)

select
    meeting.date,
    meeting.status_en,
    meeting.participants_hi,
    meeting.place,
    meeting.channel_en,
    meeting.quotation
from {{ ref('bridge_meetings_x_actors') }} as member
inner join person on member.actor_id = person.actor_id
inner join {{ ref('vw_meetings') }} as meeting on member.meeting_id = meeting.meeting_id
order by meeting.start_date nulls last
