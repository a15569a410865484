-- What is in a minister's calendar?
-- किसी मंत्री की मुलाक़ातों का ब्योरा क्या है?
-- One row a meeting that names the person, planned ones too, oldest first; dates as precise as the press told them.
-- person: a name in any spelling that the press uses, or an actor_id; without it, whoever has most meetings
with asked as (
    select actor.actor_id
    from {{ ref('dim_actors') }} as actor
    where '{{ var("person", "") }}' in (actor.actor_id, actor.name_hi, actor.name_en)
    union distinct
    select alias.actor_id
    from {{ ref('dim_actor_aliases') }} as alias
    where alias.surface = '{{ var("person", "") }}'
),

person as (
    select member.actor_id
    from {{ ref('bridge_meetings_x_actors') }} as member
    inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
    where
        actor.kind = 'person'
        and ('{{ var("person", "") }}' = '' or actor.actor_id in (select asked.actor_id from asked))
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
