select
    member.meeting_id,
    member.actor_id,
    arg_max(member.role, coalesce(code.rank, 0)) as role,
    cast(count(distinct member.article_id) as integer) as n_articles,
    cast(count(distinct member.source_key) as integer) as n_independent_sources,
    max(member.confidence) as confidence
from {{ ref('int_meeting_participants__merged') }} as member
left join {{ ref('codes') }} as code on code.list = 'participant_role' and member.role = code.code
group by all
