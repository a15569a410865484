-- A meeting, agreement or actor without a stretch of text that proves it is an invention.
select
    'meeting' as target_type,
    meeting_id as target_id
from {{ ref('fct_meetings') }}
where meeting_id not in (select target_id from {{ ref('fct_evidence') }} where target_type = 'meeting')
union all
select
    'agreement' as target_type,
    agreement_id as target_id
from {{ ref('fct_agreements') }}
where agreement_id not in (select target_id from {{ ref('fct_evidence') }} where target_type = 'agreement')
union all
select
    'actor' as target_type,
    actor_id as target_id
from {{ ref('dim_actors') }}
where actor_id not in (select target_id from {{ ref('fct_evidence') }} where target_type = 'actor')
