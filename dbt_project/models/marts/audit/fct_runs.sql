{{ config(materialized='incremental', incremental_strategy='night', unique_key='news_date') }}
select
    run_id,
    news_date,
    min(started_at) as started_at,
    max(started_at + to_microseconds(cast(seconds * 1e6 as bigint))) as ended_at,
    cast(count(*) as integer) as n_steps,
    cast(count(*) filter (where outcome = 'failed') as integer) as n_failed,
    round(sum(seconds), 3) as step_seconds
from {{ ref('stg_rajnay__steps') }}
{% if is_night() %} where {{ of_the_night('news_date') }} {% endif %}
group by all
