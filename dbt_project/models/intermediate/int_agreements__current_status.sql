-- Where an agreement stands: the step with the latest day, by rank within a day. A step without a day counts
-- from its report, but only where it goes further than all others; what is only proposed never undoes a deed.
select
    agreement_id,
    status,
    date,
    date_precision,
    start_date,
    end_date,
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
