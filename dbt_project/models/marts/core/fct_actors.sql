-- Two entries of an article that are one actor (a name and an office that a seed joins) make one row.
with mentions as (
    select
        article_id,
        target_key,
        count(*) as n_mentions,
        bool_or(is_headline) as is_in_headline
    from {{ ref('stg_rajnay__mentions') }}
    where target_type = 'actor'
    group by all
)

select
    {{ key_of(['actor.article_id', 'actor.actor_id']) }} as actor_mention_id,
    actor.article_id,
    actor.actor_id,
    actor.news_date,
    arg_max(actor.kind, actor.confidence) as kind,
    list_distinct(flatten(list(actor.names order by actor.actor_key))) as names,
    arg_max(actor.code, actor.confidence) as code,
    arg_max(actor.role, actor.confidence) as role,
    cast(coalesce(sum(mentions.n_mentions), 0) as integer) as n_mentions,
    coalesce(bool_or(mentions.is_in_headline), false) as is_in_headline,
    arg_max(actor.resolved_by, actor.confidence) as resolved_by,
    arg_max(actor.rule_id, actor.confidence) as rule_id,
    max(actor.extractor_version) as extractor_version,
    max(actor.confidence) as confidence
from {{ ref('int_actors__identified') }} as actor
left join mentions on actor.article_id = mentions.article_id and actor.actor_key = mentions.target_key
group by actor.article_id, actor.actor_id, actor.news_date
