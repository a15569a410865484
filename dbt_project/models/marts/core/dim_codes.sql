select
    list,
    code,
    rank,
    label_hi,
    label_en,
    description
from {{ ref('codes') }}
