-- Where the id of a merged event leads, step by step: as people decided, else as a later fact showed.
with recursive decided as (
    {% for event_type in ['meeting', 'agreement'] %}
        select
            target_id as event_id,
            value as merged_into
        from {{ overrides('merge', event_type) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

steps as (
    select
        event_id,
        merged_into,
        true as is_decided
    from decided
    union all
    select
        event_id,
        merged_into,
        false as is_decided
    from {{ ref('stg_rajnay__event_merges') }}
    where event_id not in (select decided.event_id from decided)
),

walk as (
    select
        event_id as beginning,
        merged_into as reached,
        [event_id] as passed
    from steps
    union all
    select
        walk.beginning,
        steps.merged_into as reached,
        list_append(walk.passed, walk.reached) as passed
    from walk
    inner join steps on walk.reached = steps.event_id
    where not list_contains(walk.passed, walk.reached)
),

-- Somebody who merges the older event into the younger turns the step around: in a circle what people decided stays.
straight as (
    select
        event_id,
        merged_into
    from steps
    where
        is_decided
        or event_id not in (
            select walk.beginning from walk
            where walk.beginning = walk.reached
        )
),

chain as (
    select
        event_id,
        merged_into,
        1 as n_steps
    from straight
    union all
    select
        chain.event_id,
        straight.merged_into,
        chain.n_steps + 1 as n_steps
    from chain
    inner join straight on chain.merged_into = straight.event_id
)

select
    event_id,
    arg_max(merged_into, n_steps) as current_id
from chain
group by event_id
