{# No night has two versions of one thing: each version ends when, or before, the next begins. #}
{% test one_version_a_night(model, keys) %}
select
    {{ keys | join(', ') }},
    valid_from,
    valid_to,
    lead(valid_from) over (partition by {{ keys | join(', ') }} order by valid_from) as next_from
from {{ model }}
qualify valid_to <= valid_from or (next_from is not null and (valid_to <= next_from) is distinct from true)
{% endtest %}
