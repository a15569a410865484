-- The events of changed articles, as they were and as they are, and what they are merged with. Their marts' rows are
-- worked out anew.
{% set changed = ref('int_articles__changed') %}
with told as (
    select event_id
    from {{ source('rajnay', 'event_assignments') }}
    where article_id in (select changed.article_id from {{ changed }} as changed)
    union
    select target_id as event_id
    from {{ ref('int_overrides__decided') }}
    where target_type != 'actor'
    union
    select unnest([event_id, merged_into]) as event_id
    from {{ source('rajnay', 'event_merges') }}
    where news_date in (select loaded.news_date from {{ source('rajnay', 'loaded_nights') }} as loaded)
    {% if is_night() %}
        {% for event_type in ['meeting', 'agreement'] %}
            union
            select unnest([minted_id, {{ event_type }}_id]) as event_id
            from {{ before('intermediate', 'int_' ~ event_type ~ 's__assigned') }}
            where article_id in (select changed.article_id from {{ changed }} as changed)
        {% endfor %}
    {% endif %}
),

-- As they are merged now, and as they were: what comes apart has other ids' rows to give back.
merged as (
    select event_id
    from told
    union
    select merged.current_id as event_id
    from {{ ref('int_events__merged') }} as merged
    where merged.event_id in (select told.event_id from told)
)

select event_id
from merged
{% if is_night() %}
    {% for event_type in ['meeting', 'agreement'] %}
        union
        select unnest([minted_id, {{ event_type }}_id]) as event_id
        from {{ before('intermediate', 'int_' ~ event_type ~ 's__assigned') }}
        where
            minted_id in (select merged.event_id from merged)
            or {{ event_type }}_id in (select merged.event_id from merged)
    {% endfor %}
{% endif %}
