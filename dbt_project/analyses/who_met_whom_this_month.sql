-- Who met whom this month? Meetings of the month of the last news date, latest first.
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
    = (select date_trunc('month', max(article.news_date)) from {{ ref('dim_articles') }} as article)
order by start_date desc, participants_hi asc
