-- What people decided about facts, each with what keeps it from taking effect, if anything.
with decided as (
    select
        *,
        row_number() over (partition by target_type, target_id, action, slot order by decided_on desc) = 1 as is_latest
    from {{ ref('overrides') }}
),

known as (
    select distinct
        event_type as target_type,
        event_id as target_id
    from {{ ref('stg_rajnay__event_assignments') }}
    union all
    select distinct
        event_type as target_type,
        concat(article_id, '/', fact_no) as target_id
    from {{ ref('stg_rajnay__event_assignments') }}
    union all
    select distinct
        'actor' as target_type,
        actor_id as target_id
    from {{ ref('stg_rajnay__actor_identities') }}
)

select
    decided.decided_on,
    decided.target_type,
    decided.target_id,
    decided.action,
    decided.slot,
    decided.value,
    decided.reason,
    decided.decided_by,
    case
        when not decided.is_latest then 'a later decision replaces it'
        when known.target_id is null then 'names no fact or actor of the warehouse'
        when decided.action not in ('accept', 'reject', 'set', 'merge', 'move') then 'unknown action'
        when decided.action in ('set', 'merge', 'move') and decided.value is null then 'says no value'
        when decided.action = 'set' and decided.slot is null then 'says no slot'
        when
            decided.action = 'merge'
            and (decided.value = decided.target_id or merged_into.target_id is null)
            then 'its value is no other fact or actor to merge into'
        when decided.target_type = 'actor' and decided.action != 'merge' then 'actors can only be merged'
    end as problem
from decided
left join known on decided.target_type = known.target_type and decided.target_id = known.target_id
left join
    known as merged_into
    on decided.target_type = merged_into.target_type and decided.value = merged_into.target_id
