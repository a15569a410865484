with names as (
    -- Of the spellings with the most words, the one that most articles use.
    select
        actor_id,
        surface as name_hi
    from {{ ref('dim_actor_aliases') }}
    qualify
        row_number() over (
            partition by actor_id
            order by len(string_split(surface, ' ')) desc, n_articles desc, length(surface) desc, surface
        ) = 1
)

select
    actor.actor_id,
    mode(actor.kind) as kind,
    any_value(names.name_hi) as name_hi,
    mode(actor.name_en) as name_en,
    mode(actor.code) as code,
    count(distinct actor.article_id) as n_articles,
    min(actor.news_date) as first_news_date,
    max(actor.news_date) as last_news_date
from {{ ref('int_actors__identified') }} as actor
left join names on actor.actor_id = names.actor_id
group by all
