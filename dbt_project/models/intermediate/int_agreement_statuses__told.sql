-- An article that tells no history tells one step: the agreement's status.
with steps as (
    select
        article_id,
        agreement_no,
        step_no,
        status,
        date,
        date_precision,
        char_start,
        char_end
    from {{ ref('stg_rajnay__agreement_statuses') }}
    union all
    select
        agreement.article_id,
        agreement.agreement_no,
        0 as step_no,
        agreement.status,
        agreement.date,
        agreement.date_precision,
        agreement.char_start,
        agreement.char_end
    from {{ ref('stg_rajnay__agreements') }} as agreement
    anti join {{ ref('stg_rajnay__agreement_statuses') }} as step
        on agreement.article_id = step.article_id and agreement.agreement_no = step.agreement_no
)

select
    agreement.agreement_id,
    step.*,
    code.rank as status_rank,
    {{ first_day('step.date') }} as start_date,
    {{ last_day_of('step.date') }} as end_date,
    agreement.reported_at,
    agreement.source_key,
    agreement.confidence
from steps as step
inner join {{ ref('int_agreements__told') }} as agreement
    on step.article_id = agreement.article_id and step.agreement_no = agreement.agreement_no
inner join {{ ref('codes') }} as code on code.list = 'agreement_status' and step.status = code.code
