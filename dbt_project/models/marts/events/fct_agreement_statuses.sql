{{ config(materialized='incremental', incremental_strategy='night', unique_key='agreement_id') }}
select
    {{ key_of(['step.article_id', 'step.agreement_no', 'step.step_no']) }} as agreement_status_id,
    step.agreement_id,
    step.status,
    step.date,
    step.date_precision,
    step.start_date,
    step.end_date,
    step.reported_at,
    step.article_id,
    step.char_start,
    step.char_end,
    substr(article.text, step.char_start + 1, step.char_end - step.char_start) as evidence_text,
    step.confidence
from {{ ref('int_agreement_statuses__told') }} as step
inner join {{ ref('stg_rajnay__articles') }} as article on step.article_id = article.article_id
