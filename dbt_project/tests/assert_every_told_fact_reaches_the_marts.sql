-- What the articles tell is in the marts, fact by fact: a lost assignment or a broken join would lose some.
select
    'meeting' as target_type,
    told.article_id,
    told.meeting_no as fact_no
from {{ ref('stg_rajnay__meetings') }} as told
left join {{ ref('int_meetings__told') }} as assigned
    on told.article_id = assigned.article_id and told.meeting_no = assigned.meeting_no
where assigned.meeting_id is null or assigned.meeting_id not in (select meeting_id from {{ ref('fct_meetings') }})
union all
select
    'agreement' as target_type,
    told.article_id,
    told.agreement_no as fact_no
from {{ ref('stg_rajnay__agreements') }} as told
left join {{ ref('int_agreements__told') }} as assigned
    on told.article_id = assigned.article_id and told.agreement_no = assigned.agreement_no
where
    assigned.agreement_id is null
    or assigned.agreement_id not in (select agreement_id from {{ ref('fct_agreements') }})
