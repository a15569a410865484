{# The decisions of one action on one type of target that take effect. #}
{% macro overrides(action, target_type) -%}
    (
        select target_id, slot, value
        from {{ ref('int_overrides__checked') }}
        where problem is null and action = '{{ action }}' and target_type = '{{ target_type }}'
    )
{%- endmacro %}
