-- What an article's own key (an actor's, or the number of a meeting or agreement) stands for in the marts.
select
    article_id,
    'actor' as target_type,
    actor_key as target_key,
    actor_id as target_id
from {{ ref('int_actors__identified') }}
union all
select
    article_id,
    'meeting' as target_type,
    target_key,
    meeting_id as target_id
from {{ ref('int_meetings__told') }}
union all
select
    article_id,
    'agreement' as target_type,
    target_key,
    agreement_id as target_id
from {{ ref('int_agreements__told') }}
