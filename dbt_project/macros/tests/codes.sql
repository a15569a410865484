{# Each value of the column is a code of its list in the seed `codes`: accepted values that are data, with labels. #}
{% test codes(model, column_name, list) %}
select {{ column_name }}, count(*) as n_rows
from {{ model }}
where
    {{ column_name }} is not null
    and {{ column_name }} not in (select code from {{ ref('codes') }} where list = '{{ list }}')
group by all
{% endtest %}
