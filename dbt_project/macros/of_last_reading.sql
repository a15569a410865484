{# Rows of a source whose article was not read again on a later night. #}
{% macro of_last_reading(table) -%}
    {{ source('rajnay', table) }} as told
    semi join {{ ref('stg_rajnay__articles') }} as article
        on told.article_id = article.article_id and told.news_date = article.news_date
{%- endmacro %}
