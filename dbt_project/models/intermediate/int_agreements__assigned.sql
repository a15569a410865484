-- Which event each article's agreement is: as the events step linked it, then as people moved, merged or rejected it.
with assigned as (
    select
        assignment.article_id,
        assignment.fact_no as agreement_no,
        assignment.event_id as minted_id,
        coalesce(moved.value, assignment.event_id) as event_id,
        assignment.linked_by,
        assignment.link_score,
        assignment.place_id
    from {{ ref('stg_rajnay__event_assignments') }} as assignment
    left join {{ overrides('move', 'agreement') }} as moved
        on concat(assignment.article_id, '/', assignment.fact_no) = moved.target_id
    where assignment.event_type = 'agreement'
),

rejected as (
    select target_id
    from {{ overrides('reject', 'agreement') }}
)

select
    assigned.article_id,
    assigned.agreement_no,
    assigned.minted_id,
    coalesce(merged.value, assigned.event_id) as agreement_id,
    assigned.linked_by,
    assigned.link_score,
    assigned.place_id,
    assigned.event_id in (select rejected.target_id from rejected)
    or concat(assigned.article_id, '/', assigned.agreement_no) in (select rejected.target_id from rejected)
        as is_rejected
from assigned
left join {{ overrides('merge', 'agreement') }} as merged on assigned.event_id = merged.target_id
