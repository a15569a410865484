select
    told.article_id,
    told.event_type,
    told.fact_no,
    told.event_id,
    told.linked_by,
    told.link_score,
    told.place_id
from {{ of_last_reading('event_assignments') }}
