-- Which states and bodies sit at one table most often?
-- कौन-से देश और संगठन सबसे अधिक साथ बैठते हैं?
-- One row a pair of codes (ISO 3166-1 alpha-3, or an organisation's acronym); a meeting counts once for a pair,
-- however many people came.
-- code: only pairs with this state or organisation, as IND or UN
with at_table as (
    select distinct
        member.meeting_id,
        actor.code
    from {{ ref('bridge_meetings_x_actors') }} as member
    inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
    where actor.code is not null
)

select
    one.code as code_a,
    other.code as code_b,
    count(*) as n_meetings,
    count(*) filter (where meeting.status = 'held') as n_held
from at_table as one
inner join at_table as other on one.meeting_id = other.meeting_id and one.code < other.code
inner join {{ ref('fct_meetings') }} as meeting on one.meeting_id = meeting.meeting_id
where '{{ var("code", "") }}' in ('', one.code, other.code)
group by one.code, other.code
order by n_meetings desc, code_a asc, code_b asc
