-- What is new in the last days?
-- पिछले दिनों में नया क्या हुआ?
-- Meetings first told then, and agreements that took a step.
-- days: how many news days, the last one included
with week as (
    select max(news_date) - ({{ var('days', 7) }} - 1) as first_day
    from {{ ref('dim_articles') }}
)

select
    'meeting' as what,
    meeting.status,
    meeting.date,
    meeting.participants_hi as who,
    meeting.quotation
from {{ ref('vw_meetings') }} as meeting
inner join {{ ref('fct_meetings') }} as fact on meeting.meeting_id = fact.meeting_id
inner join week on fact.first_news_date >= week.first_day
union all
select
    'agreement' as what,
    step.status,
    step.date,
    agreement.parties_hi as who,
    step.evidence_text[:200] as quotation
from {{ ref('fct_agreement_statuses') }} as step
inner join {{ ref('vw_agreements') }} as agreement on step.agreement_id = agreement.agreement_id
inner join week on cast(step.reported_at as date) >= week.first_day
order by what, date nulls last, who
