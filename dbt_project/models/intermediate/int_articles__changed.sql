-- What may differ from the last build: on a night what was loaded and what people's decisions name, else all.
{% set decided = ref('int_overrides__decided') %}
{% if is_night() %}
    select article_id
    from {{ source('rajnay', 'changed_articles') }}
    union
    select split_part(target_id, '/', 1) as article_id
    from {{ decided }}
    where contains(target_id, '/')
    union
    select article_id
    from {{ source('rajnay', 'actor_identities') }}
    where
        actor_id in (
            select decided.target_id from {{ decided }} as decided
            where decided.target_type = 'actor'
        )
    union
    -- A merge of merged actors: known by the id that they had so far.
    select article_id
    from {{ before('marts', 'fct_actors') }}
    where actor_id in (
        select decided.target_id from {{ decided }} as decided
        where decided.target_type = 'actor'
    )
{% else %}
    select distinct article_id
    from {{ source('rajnay', 'articles') }}
{% endif %}
