{# Rows of a source whose article was not read again on a later night. #}
{% macro of_last_reading(table) -%}
    {{ source('rajnay', table) }} as told
    semi join {{ ref('stg_rajnay__readings') }} as reading
        on told.article_id = reading.article_id and told.news_date = reading.news_date
{%- endmacro %}
