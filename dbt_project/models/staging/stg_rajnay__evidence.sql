select
    told.article_id,
    told.target_type,
    told.target_key,
    told.slot,
    told.value,
    told.char_start,
    told.char_end,
    told.surface
from {{ of_last_reading('evidence') }}
