{{ config(materialized='incremental', incremental_strategy='night', unique_key='news_date') }}
select
    {{ key_of(['run_id', 'news_date', 'step', "coalesce(outlet, '')", 'occurrence']) }} as run_step_id,
    * exclude (occurrence)
from (
    select
        *,
        row_number() over (partition by run_id, news_date, step, outlet order by started_at) as occurrence
    from {{ ref('stg_rajnay__steps') }}
    {% if is_night() %} where {{ of_the_night('news_date') }} {% endif %}
)
