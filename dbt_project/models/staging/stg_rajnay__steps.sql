select
    run_id,
    news_date,
    step,
    outlet,
    started_at,
    seconds,
    outcome,
    detail,
    n_in,
    n_out,
    n_rejected
from {{ source('rajnay', 'steps') }}
