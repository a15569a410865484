-- depends_on: {{ ref('int_overrides__decided') }} (which asks this table of the last build)
select
    {{ key_of([
        'target_type', 'target_id', 'action', "coalesce(slot, '')", "coalesce(value, '')", 'decided_on', 'decided_by'
    ]) }} as override_id,
    decided_on,
    target_type,
    target_id,
    action,
    slot,
    value,
    reason,
    decided_by,
    problem is null as is_applied,
    problem
from {{ ref('int_overrides__checked') }}
