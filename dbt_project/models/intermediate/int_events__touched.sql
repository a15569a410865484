-- The events of changed articles, as they were and as they are. Their marts' rows are worked out anew.
{% set changed = ref('int_articles__changed') %}
select event_id
from {{ source('rajnay', 'event_assignments') }}
where article_id in (select changed.article_id from {{ changed }} as changed)
union
select target_id as event_id
from {{ ref('int_overrides__decided') }}
where target_type != 'actor'
{% if is_night() %}
    {% for event_type in ['meeting', 'agreement'] %}
        union
        select unnest([minted_id, {{ event_type }}_id]) as event_id
        from {{ before('intermediate', 'int_' ~ event_type ~ 's__assigned') }}
        where article_id in (select changed.article_id from {{ changed }} as changed)
    {% endfor %}
{% endif %}
