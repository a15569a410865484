-- Who met whom this month?
-- इस महीने कौन किससे मिला?
-- One row a meeting, latest first; quotation is the sentence that tells it.
-- month: as 2026-11; without it, the month of the last news date
select
    date,
    participants_hi,
    participants_en,
    place,
    status_en,
    channel_en,
    quotation
from {{ ref('vw_meetings') }}
where
    date_trunc('month', start_date)
    = coalesce(
        cast(nullif('{{ var("month", "") }}', '') || '-01' as date),
        (select date_trunc('month', max(article.news_date)) from {{ ref('dim_articles') }} as article)
    )
order by start_date desc, participants_hi asc
