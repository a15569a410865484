{# Which event each article's fact is: as the events step linked and merged it, then as people decided. #}
{% macro assigned(event_type) %}
with assigned as (
    select
        assignment.article_id,
        assignment.fact_no as {{ event_type }}_no,
        assignment.event_id as minted_id,
        coalesce(moved.value, assignment.event_id) as event_id,
        assignment.linked_by,
        assignment.link_score,
        assignment.place_id
    from {{ ref('stg_rajnay__event_assignments') }} as assignment
    left join {{ overrides('move', event_type) }} as moved
        on concat(assignment.article_id, '/', assignment.fact_no) = moved.target_id
    where assignment.event_type = '{{ event_type }}'
),

rejected as (
    select target_id
    from {{ overrides('reject', event_type) }}
)

select
    assigned.article_id,
    assigned.{{ event_type }}_no,
    assigned.minted_id,
    coalesce(merged.current_id, assigned.event_id) as {{ event_type }}_id,
    assigned.linked_by,
    assigned.link_score,
    assigned.place_id,
    assigned.event_id in (select rejected.target_id from rejected)
    or concat(assigned.article_id, '/', assigned.{{ event_type }}_no) in (select rejected.target_id from rejected)
        as is_rejected
from assigned
left join {{ ref('int_events__merged') }} as merged on assigned.event_id = merged.event_id
{% endmacro %}
