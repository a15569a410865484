-- What people decided about facts, each with what keeps it from taking effect, if anything.
with recursive subject as (
    select
        *,
        -- What the decision is about: accept and reject answer one question, and `undo` names what it takes back.
        case
            when coalesce(if(action = 'undo', value, action), '') in ('accept', 'reject') then 'review'
            else if(action = 'undo', value, action)
        end as question
    from {{ ref('overrides') }}
),

decided as (
    select
        *,
        row_number() over (
            partition by target_type, target_id, question, slot
            order by decided_on desc, action = 'undo' desc
        ) = 1 as is_latest,
        count(*) filter (where action != 'undo') over (partition by target_type, target_id, question, slot) > 0
            as has_decision
    from subject
),

-- What values of a slot come from.
codings as (
    select
        list,
        code
    from {{ ref('codes') }}
    union all
    select
        'place' as list,
        place_id as code
    from {{ ref('places') }}
    union all
    select
        unnest(['place', 'state']) as list,
        code
    from {{ ref('states') }}
    union all
    select
        'state' as list,
        code
    from {{ ref('igos') }}
),

named as (
    select target_id as id
    from decided
    union
    select value as id
    from decided
    where value is not null
),

-- Of all nights, and of these ids only.
known as (
    select distinct
        event_type as target_type,
        event_id as target_id
    from {{ source('rajnay', 'event_assignments') }}
    where event_id in (select named.id from named)
    union all
    select distinct
        event_type as target_type,
        concat(article_id, '/', fact_no) as target_id
    from {{ source('rajnay', 'event_assignments') }}
    where
        article_id in (select split_part(named.id, '/', 1) from named)
        and concat(article_id, '/', fact_no) in (select named.id from named)
    union all
    select distinct
        'actor' as target_type,
        actor_id as target_id
    from {{ source('rajnay', 'actor_identities') }}
    where actor_id in (select named.id from named)
    union all
    select distinct
        'actor' as target_type,
        concat(article_id, '/', actor_key) as target_id
    from {{ source('rajnay', 'actor_identities') }}
    where
        article_id in (select split_part(named.id, '/', 1) from named)
        and concat(article_id, '/', actor_key) in (select named.id from named)
),

-- Where merges lead, step by step; a chain that comes back to where it has been leads nowhere.
merge_steps as (
    select
        target_type,
        target_id,
        value
    from decided
    where is_latest and action = 'merge' and value is not null
),

chain as (
    select
        target_type,
        target_id as beginning,
        value as reached,
        [target_id] as passed
    from merge_steps
    union all
    select
        chain.target_type,
        chain.beginning,
        step.value as reached,
        list_append(chain.passed, chain.reached) as passed
    from chain
    inner join merge_steps as step on chain.target_type = step.target_type and chain.reached = step.target_id
    where not list_contains(chain.passed, chain.reached)
),

circles as (
    select distinct
        target_type,
        beginning
    from chain
    where reached = beginning
),

ends as (
    select
        target_type,
        beginning,
        arg_max(reached, len(passed)) as last_id
    from chain
    group by all
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
    coalesce(ends.last_id, decided.value) as effective_value,
    case
        when not decided.is_latest then 'a later decision replaces it'
        when known.target_id is null then 'names no fact or actor of the warehouse'
        when decided.action not in ('accept', 'reject', 'set', 'merge', 'move', 'undo') then 'unknown action'
        when
            decided.action = 'move' and not contains(decided.target_id, '/')
            then 'only one article''s fact can be moved'
        when
            decided.action in ('set', 'merge', 'accept') and contains(decided.target_id, '/')
            then 'one article''s fact can be rejected or moved only'
        when decided.action in ('set', 'merge', 'move', 'undo') and decided.value is null then 'says no value'
        when decided.action = 'undo' and not decided.has_decision then 'there is nothing to undo'
        when decided.action = 'set' and decided.slot is null then 'says no slot'
        when decided.action = 'set' and settable.slot is null then 'no slot that can be set'
        when
            settable.list = 'date'
            and (
                not regexp_full_match(decided.value, '\d{4}(-\d{2}(-\d{2})?)?')
                or try_cast(decided.value || right('-01-01', 10 - length(decided.value)) as date) is null
            )
            then 'its value is no date (2026, 2026-11 or 2026-11-24)'
        when settable.list = 'number' and try_cast(decided.value as double) is null then 'its value is no number'
        when settable.list not in ('date', 'number') and coding.code is null then 'its value is no code of the slot'
        when
            decided.action = 'merge'
            and (decided.value = decided.target_id or merged_into.target_id is null)
            then 'its value is no other fact or actor to merge into'
        when decided.action = 'merge' and circles.beginning is not null then 'its merges go in a circle'
    end as problem
from decided
left join known on decided.target_type = known.target_type and decided.target_id = known.target_id
left join
    known as merged_into
    on decided.target_type = merged_into.target_type and decided.value = merged_into.target_id
left join {{ ref('settable_slots') }} as settable
    on decided.action = 'set' and decided.target_type = settable.target_type and decided.slot = settable.slot
left join codings as coding on settable.list = coding.list and decided.value = coding.code
left join circles on decided.target_type = circles.target_type and decided.target_id = circles.beginning
left join ends
    on decided.action = 'merge' and decided.target_type = ends.target_type and decided.target_id = ends.beginning
