{# A key made from the columns that identify a row: the same row has the same key in every build. #}
{% macro key_of(columns) -%}
    md5(concat_ws('|', {{ columns | join(', ') }}))
{%- endmacro %}
