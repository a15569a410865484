{{ config(materialized='incremental', incremental_strategy='night', unique_key='article_id') }}
select
    {{ key_of([
        'mention.article_id', 'mention.target_type', 'mention.target_key', 'mention.char_start', 'mention.char_end'
    ]) }} as mention_id,
    mention.article_id,
    mention.target_type,
    target.target_id,
    mention.target_key,
    mention.kind,
    mention.sentence_no,
    mention.is_headline,
    mention.char_start,
    mention.char_end,
    mention.surface,
    mention.rule_id,
    mention.extractor_version,
    mention.confidence
from {{ ref('stg_rajnay__mentions') }} as mention
inner join {{ ref('int_targets__resolved') }} as target
    on
        mention.article_id = target.article_id
        and mention.target_type = target.target_type
        and mention.target_key = target.target_key
-- Two rules that find the same words find one mention.
qualify
    row_number() over (partition by mention_id order by mention.confidence desc, mention.kind asc, mention.rule_id asc)
    = 1
