-- What an article's own key (an actor's, or the number of a meeting or agreement) stands for in the marts.
select
    actor.article_id,
    'actor' as target_type,
    actor.actor_key as target_key,
    actor.actor_id as target_id
from {{ ref('int_actors__identified') }} as actor
semi join {{ ref('stg_rajnay__readings') }} as reading on actor.article_id = reading.article_id
{% for event_type in ['meeting', 'agreement'] %}
    union all
    select
        assigned.article_id,
        '{{ event_type }}' as target_type,
        cast(assigned.{{ event_type }}_no as varchar) as target_key,
        assigned.{{ event_type }}_id as target_id
    from {{ ref('int_' ~ event_type ~ 's__assigned') }} as assigned
    semi join {{ ref('stg_rajnay__readings') }} as reading on assigned.article_id = reading.article_id
    where not assigned.is_rejected
{% endfor %}
