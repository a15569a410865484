select
    told.article_id,
    told.meeting_no,
    told.actor_key,
    told.role,
    told.char_start,
    told.char_end
from {{ of_last_reading('meeting_participants') }}
