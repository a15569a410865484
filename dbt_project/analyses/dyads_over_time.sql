-- How do the meetings of each pair go up and down, month by month?
-- हर जोड़ी की बैठकें महीने-दर-महीने कैसे घटती-बढ़ती हैं?
-- One row a pair and month, of meetings dated to the day or month.
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
    day.year_month,
    count(*) as n_meetings
from at_table as one
inner join at_table as other on one.meeting_id = other.meeting_id and one.code < other.code
inner join {{ ref('fct_meetings') }} as meeting on one.meeting_id = meeting.meeting_id
inner join {{ ref('dim_dates') }} as day on meeting.start_date = day.date_day
where meeting.date_precision in ('day', 'month') and '{{ var("code", "") }}' in ('', one.code, other.code)
group by one.code, other.code, day.year_month
order by code_a, code_b, day.year_month
