{{ config(materialized='incremental', incremental_strategy='night', unique_key='news_date') }}
select
    {{ key_of(['news_date', 'step', "coalesce(outlet, '')", "coalesce(url, '')", 'reason', 'occurrence']) }}
        as reject_id,
    * exclude (occurrence)
from (
    select
        *,
        row_number() over (partition by news_date, step, outlet, url, reason) as occurrence
    from {{ ref('stg_rajnay__rejects') }}
    {% if is_night() %} where {{ of_the_night('news_date') }} {% endif %}
)
