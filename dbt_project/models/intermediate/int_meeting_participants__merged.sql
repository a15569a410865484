-- The most specific party: a state that one article names stands aside where another article names who acted
-- for it, unless an article has both.
with told as (
    select distinct
        meeting.meeting_id,
        meeting.article_id,
        meeting.source_key,
        meeting.confidence,
        actor.actor_id,
        actor.kind,
        actor.code,
        member.role,
        member.char_start,
        member.char_end
    from {{ ref('stg_rajnay__meeting_participants') }} as member
    inner join {{ ref('int_meetings__told') }} as meeting
        on member.article_id = meeting.article_id and member.meeting_no = meeting.meeting_no
    inner join {{ ref('int_actors__identified') }} as actor
        on member.article_id = actor.article_id and member.actor_key = actor.actor_key
),

specified as (
    select distinct
        state.meeting_id,
        state.actor_id
    from told as state
    inner join told as named on state.meeting_id = named.meeting_id and state.code = named.code
    where state.kind = 'state' and named.kind in ('person', 'body')
),

told_beside as (
    select distinct
        state.meeting_id,
        state.actor_id
    from told as state
    inner join told as named
        on state.meeting_id = named.meeting_id and state.article_id = named.article_id and state.code = named.code
    where state.kind = 'state' and named.kind in ('person', 'body')
)

select told.*
from told
left join specified on told.meeting_id = specified.meeting_id and told.actor_id = specified.actor_id
left join told_beside on told.meeting_id = told_beside.meeting_id and told.actor_id = told_beside.actor_id
where specified.actor_id is null or told_beside.actor_id is not null
