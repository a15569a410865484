select
    told.article_id,
    told.agreement_no,
    told.actor_key,
    told.char_start,
    told.char_end
from {{ of_last_reading('agreement_parties') }}
