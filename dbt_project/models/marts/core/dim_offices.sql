select
    office_id,
    title_hi,
    name_en as title_en,
    level,
    organisation,
    is_single_seat
from {{ ref('offices') }}
