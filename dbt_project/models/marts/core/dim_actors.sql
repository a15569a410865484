with names as (
    -- A full name in Devanagari, as most articles write it.
    select
        actor_id,
        surface as name_hi
    from {{ ref('dim_actor_aliases') }}
    qualify
        row_number() over (
            partition by actor_id
            order by
                regexp_matches(surface, '[\x{0900}-\x{097F}]') desc,
                contains(surface, ' ') desc,
                n_articles desc,
                length(surface) desc,
                surface asc
        ) = 1
),

decided as (
    select
        target_id,
        max(value) filter (where slot = 'kind') as kind,
        max(value) filter (where slot = 'name_hi') as name_hi,
        max(value) filter (where slot = 'name_en') as name_en,
        max(value) filter (where slot = 'code') as code
    from {{ overrides('set', 'actor') }}
    group by all
)

select
    actor.actor_id,
    coalesce(any_value(decided.kind), mode(actor.kind order by actor.kind)) as kind,
    coalesce(any_value(decided.name_hi), any_value(known.name_hi), any_value(names.name_hi)) as name_hi,
    coalesce(
        any_value(decided.name_en), any_value(known.name_en), mode(actor.name_en order by actor.name_en)
    ) as name_en,
    coalesce(any_value(decided.code), mode(actor.code order by actor.code)) as code,
    count(distinct actor.article_id) as n_articles,
    min(actor.news_date) as first_news_date,
    max(actor.news_date) as last_news_date,
    count(accepted.target_id) > 0 as is_reviewed
from {{ ref('int_actors__identified') }} as actor
left join {{ ref('int_actors__known') }} as known on actor.actor_id = known.actor_id
left join names on actor.actor_id = names.actor_id
left join decided on actor.actor_id = decided.target_id
left join {{ overrides('accept', 'actor') }} as accepted on actor.actor_id = accepted.target_id
group by all
