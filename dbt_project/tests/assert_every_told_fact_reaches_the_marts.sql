-- What the articles tell is in the marts, fact by fact, unless a person rejected it: a lost assignment or a broken
-- join would lose some.
select
    'meeting' as event_type,
    told.article_id,
    told.meeting_no as fact_no
from {{ ref('stg_rajnay__meetings') }} as told
left join {{ ref('int_meetings__assigned') }} as assigned
    on told.article_id = assigned.article_id and told.meeting_no = assigned.meeting_no
left join {{ ref('fct_meetings') }} as meeting on assigned.meeting_id = meeting.meeting_id
where meeting.meeting_id is null and assigned.is_rejected is distinct from true
union all
select
    'agreement' as event_type,
    told.article_id,
    told.agreement_no as fact_no
from {{ ref('stg_rajnay__agreements') }} as told
left join {{ ref('int_agreements__assigned') }} as assigned
    on told.article_id = assigned.article_id and told.agreement_no = assigned.agreement_no
left join {{ ref('fct_agreements') }} as agreement on assigned.agreement_id = agreement.agreement_id
where agreement.agreement_id is null and assigned.is_rejected is distinct from true
