-- Where an agreement stands: the step with the latest day, by rank within a day. A step without a day counts
-- from its report, but only where it goes further than all others; what is only proposed never undoes a deed.
-- What a person has set stands before all.
with told as (
    select
        agreement_id,
        status,
        date,
        article_id,
        char_start,
        char_end
    from (
        select
            *,
            max(status_rank) over (partition by agreement_id) as highest_rank
        from {{ ref('int_agreement_statuses__told') }}
    )
    where date is not null or status_rank = highest_rank
    qualify
        row_number() over (
            partition by agreement_id
            order by
                status = 'proposed',
                coalesce(end_date, cast(reported_at as date)) desc,
                status_rank desc,
                length(date) desc nulls last,
                reported_at desc,
                article_id asc,
                agreement_no asc,
                step_no asc
        ) = 1
),

decided as (
    select
        target_id,
        max(value) filter (where slot = 'status') as status,
        max(value) filter (where slot = 'date') as date
    from {{ overrides('set', 'agreement') }}
    group by all
)

select
    told.agreement_id,
    coalesce(decided.status, told.status) as status,
    coalesce(decided.date, told.date) as date,
    {{ precision_of('coalesce(decided.date, told.date)') }} as date_precision,
    {{ first_day('coalesce(decided.date, told.date)') }} as start_date,
    {{ last_day_of('coalesce(decided.date, told.date)') }} as end_date,
    told.status as told_status,
    told.date as told_date,
    told.article_id,
    told.char_start,
    told.char_end
from told
left join decided on told.agreement_id = decided.target_id
