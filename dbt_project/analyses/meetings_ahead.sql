-- Which meetings are announced?
-- कौन-सी बैठकें होने वाली हैं?
-- Planned ones that may still come: their last possible day is not before the last news date.
select
    date,
    date_precision,
    participants_hi,
    place,
    n_independent_sources,
    quotation
from {{ ref('vw_meetings') }}
where status = 'planned' and end_date >= (select max(article.news_date) from {{ ref('dim_articles') }} as article)
order by start_date, participants_hi
