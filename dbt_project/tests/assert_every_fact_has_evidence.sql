-- A meeting, agreement or actor without a stretch of text that proves it is an invention.
with facts as (
    select
        'meeting' as target_type,
        meeting_id as target_id
    from {{ ref('fct_meetings') }}
    union all
    select
        'agreement' as target_type,
        agreement_id as target_id
    from {{ ref('fct_agreements') }}
    union all
    select
        'actor' as target_type,
        actor_id as target_id
    from {{ ref('dim_actors') }}
)

select facts.*
from facts
anti join {{ ref('fct_evidence') }} as evidence
    on facts.target_type = evidence.target_type and facts.target_id = evidence.target_id
