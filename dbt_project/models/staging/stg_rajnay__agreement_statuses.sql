select
    told.article_id,
    told.agreement_no,
    told.step_no,
    told.status,
    told.date,
    told.date_precision,
    told.char_start,
    told.char_end
from {{ of_last_reading('agreement_statuses') }}
