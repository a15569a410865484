{{ config(materialized='incremental', incremental_strategy='night', unique_key='article_id') }}
-- Who each actor of an article is across articles: as the events step found, then as people moved, merged or rejected.
with identified as (
    select
        identity.article_id,
        identity.actor_key,
        coalesce(moved.value, identity.actor_id) as actor_id,
        identity.name_keys,
        identity.resolved_by
    from {{ ref('stg_rajnay__actor_identities') }} as identity
    left join {{ overrides('move', 'actor') }} as moved
        on concat(identity.article_id, '/', identity.actor_key) = moved.target_id
)

select
    actor.article_id,
    coalesce(merged.value, identified.actor_id) as actor_id,
    actor.actor_key,
    actor.news_date,
    actor.kind,
    actor.names,
    identified.name_keys,
    actor.name_en,
    actor.code,
    actor.role,
    identified.resolved_by,
    actor.rule_id,
    actor.extractor_version,
    actor.confidence
from {{ ref('stg_rajnay__actors') }} as actor
inner join identified on actor.article_id = identified.article_id and actor.actor_key = identified.actor_key
left join {{ overrides('merge', 'actor') }} as merged on identified.actor_id = merged.target_id
anti join {{ overrides('reject', 'actor') }} as rejected
    on
        identified.actor_id = rejected.target_id
        or concat(identified.article_id, '/', identified.actor_key) = rejected.target_id
