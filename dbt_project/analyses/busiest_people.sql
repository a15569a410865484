-- Who is at the most tables?
-- सबसे ज़्यादा बैठकों में कौन शामिल हुआ?
-- One row a person, held meetings only, each counted once however many articles told it.
select
    actor.name_hi,
    actor.name_en,
    actor.code,
    count(*) as n_meetings,
    min(meeting.start_date) as first_date,
    max(meeting.end_date) as last_date
from {{ ref('bridge_meetings_x_actors') }} as member
inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
inner join {{ ref('fct_meetings') }} as meeting on member.meeting_id = meeting.meeting_id
where actor.kind = 'person' and meeting.status = 'held'
group by all
order by n_meetings desc, actor.name_hi asc
