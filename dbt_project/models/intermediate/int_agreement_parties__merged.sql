select
    agreement.agreement_id,
    agreement.article_id,
    agreement.source_key,
    agreement.confidence,
    actor.actor_id,
    actor.kind,
    actor.code,
    party.char_start,
    party.char_end
from {{ ref('stg_rajnay__agreement_parties') }} as party
inner join {{ ref('int_agreements__told') }} as agreement
    on party.article_id = agreement.article_id and party.agreement_no = agreement.agreement_no
inner join {{ ref('int_actors__identified') }} as actor
    on party.article_id = actor.article_id and party.actor_key = actor.actor_key
