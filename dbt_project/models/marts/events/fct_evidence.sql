{{ config(materialized='incremental', incremental_strategy='night', unique_key='article_id') }}
select
    {{ key_of([
        'evidence.article_id', 'evidence.target_type', 'evidence.target_key', 'evidence.slot', "coalesce(evidence.value, '')",
        'evidence.char_start', 'evidence.char_end'
    ]) }} as evidence_id,
    evidence.article_id,
    evidence.target_type,
    target.target_id,
    evidence.target_key,
    evidence.slot,
    evidence.value,
    evidence.char_start,
    evidence.char_end,
    evidence.surface
from {{ ref('stg_rajnay__evidence') }} as evidence
inner join {{ ref('int_targets__resolved') }} as target
    on
        evidence.article_id = target.article_id
        and evidence.target_type = target.target_type
        and evidence.target_key = target.target_key
-- Two rules that point at the same words prove the cell once.
qualify row_number() over (partition by evidence_id order by evidence.surface) = 1
