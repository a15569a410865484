-- An event that anybody ever decided about is worked out anew every night: they are few. An actor may be in a tenth of
-- all articles: only where a decision is new, or gone.
with decisions as (
    select
        target_type,
        target_id,
        action,
        value
    from {{ ref('int_overrides__checked') }}
    where problem is null
),

last_decisions as (
    select
        target_type,
        target_id,
        action,
        value
    from {{ before('audit', 'fct_overrides') if is_night() else 'decisions' }}
    {{ 'where is_applied' if is_night() }}
),

relevant as (
    from decisions
    where target_type != 'actor'
    union
    from last_decisions
    where target_type != 'actor'
    union
    (
        from decisions
        where target_type = 'actor'
        except
        from last_decisions
    )
    union
    (
        from last_decisions
        where target_type = 'actor'
        except
        from decisions
    )
),

named as (
    select
        target_type,
        target_id
    from relevant
    union
    select
        target_type,
        value as target_id
    from relevant
    where value is not null
)

from named
union
-- Who is merged into one of these.
select
    target_type,
    target_id
from {{ ref('int_overrides__checked') }}
where problem is null and action = 'merge' and effective_value in (select named.target_id from named)
