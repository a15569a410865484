select
    told.article_id,
    told.actor_key,
    told.actor_id,
    told.name_keys,
    told.resolved_by
from {{ of_last_reading('actor_identities') }}
