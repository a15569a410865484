{#
    The columns together are the model's grain: never null, never twice. One query where unique and not_null
    take two a column.
#}
{% test key(model, columns) %}
select {{ columns | join(', ') }}, count(*) as n_rows
from {{ model }}
group by all
having n_rows > 1
    {% for column in columns %}or {{ column }} is null
    {% endfor %}
{% endtest %}
