{{ config(materialized='incremental', incremental_strategy='night', unique_key='article_id') }}
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
),

entries as (
    select
        actor.article_id,
        actor.actor_id,
        actor.news_date,
        list_sort(list_distinct(flatten(list(actor.names)))) as names,
        sum(mentions.n_mentions) as n_mentions,
        bool_or(mentions.is_in_headline) as is_in_headline,
        max(actor.extractor_version) as extractor_version,
        max(actor.confidence) as confidence,
        -- The rest is the surest entry's.
        arg_max(
            {
                'kind': actor.kind,
                'code': actor.code,
                'role': actor.role,
                'resolved_by': actor.resolved_by,
                'rule_id': actor.rule_id
            },
            { 'confidence': actor.confidence, 'actor_key': actor.actor_key }
        ) as surest
    from {{ ref('int_actors__identified') }} as actor
    semi join {{ ref('stg_rajnay__readings') }} as reading on actor.article_id = reading.article_id
    left join mentions on actor.article_id = mentions.article_id and actor.actor_key = mentions.target_key
    group by actor.article_id, actor.actor_id, actor.news_date
)

select
    {{ key_of(['entries.article_id', 'entries.actor_id']) }} as actor_mention_id,
    entries.article_id,
    entries.actor_id,
    entries.news_date,
    entries.surest.kind,
    entries.names,
    entries.surest.code,
    entries.surest.role,
    cast(coalesce(entries.n_mentions, 0) as integer) as n_mentions,
    coalesce(entries.is_in_headline, false) as is_in_headline,
    entries.surest.resolved_by,
    entries.surest.rule_id,
    entries.extractor_version,
    entries.confidence
from entries
