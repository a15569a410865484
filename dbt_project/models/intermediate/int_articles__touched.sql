-- Changed articles, also those that are gone, and all others that tell of their events.
{% set touched = ref('int_events__touched') %}
select article_id
from {{ ref('int_articles__changed') }}
{% if is_night() %}
    {% for event_type in ['meeting', 'agreement'] %}
        union
        select article_id
        from {{ before('intermediate', 'int_' ~ event_type ~ 's__assigned') }}
        where
            minted_id in (select touched.event_id from {{ touched }} as touched)
            or {{ event_type }}_id in (select touched.event_id from {{ touched }} as touched)
    {% endfor %}
{% endif %}
