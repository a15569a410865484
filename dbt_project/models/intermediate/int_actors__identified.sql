select
    actor.article_id,
    coalesce(merged.value, identity.actor_id) as actor_id,
    actor.actor_key,
    actor.news_date,
    actor.kind,
    actor.names,
    identity.name_keys,
    actor.name_en,
    actor.code,
    actor.role,
    identity.resolved_by,
    actor.rule_id,
    actor.extractor_version,
    actor.confidence
from {{ ref('stg_rajnay__actors') }} as actor
inner join {{ ref('stg_rajnay__actor_identities') }} as identity
    on actor.article_id = identity.article_id and actor.actor_key = identity.actor_key
left join {{ overrides('merge', 'actor') }} as merged on identity.actor_id = merged.target_id
