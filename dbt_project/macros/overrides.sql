{# The decisions of one action on one type of target that take effect; of a chain of merges the last id. #}
{% macro overrides(action, target_type) -%}
    (
        select target_id, slot, effective_value as value
        from {{ ref('int_overrides__checked') }}
        where problem is null and action = '{{ action }}' and target_type = '{{ target_type }}'
    )
{%- endmacro %}
