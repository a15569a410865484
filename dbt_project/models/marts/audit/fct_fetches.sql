{{ config(materialized='incremental', incremental_strategy='night', unique_key='news_date') }}
select
    {{ key_of(['run_id', 'outlet', 'kind', 'url', 'requested_at', 'outcome', 'attempt']) }} as fetch_id,
    * exclude (attempt)
from (
    select
        *,
        row_number() over (partition by run_id, outlet, kind, url, requested_at, outcome) as attempt
    from {{ ref('stg_rajnay__fetches') }}
    {% if is_night() %} where {{ of_the_night('news_date') }} {% endif %}
)
