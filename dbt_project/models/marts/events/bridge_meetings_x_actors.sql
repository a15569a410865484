{{ config(materialized='incremental', incremental_strategy='night', unique_key='meeting_id') }}
select
    member.meeting_id,
    member.actor_id,
    arg_max(member.role, { 'rank': coalesce(code.rank, 0), 'role': member.role }) as role,
    cast(count(distinct member.article_id) as integer) as n_articles,
    cast(count(distinct member.source_key) as integer) as n_independent_sources,
    max(member.confidence) as confidence
from {{ ref('int_meeting_participants__merged') }} as member
left join {{ ref('codes') }} as code on code.list = 'participant_role' and member.role = code.code
group by all
