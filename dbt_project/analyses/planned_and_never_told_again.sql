-- Which announced meetings did nobody report as held or called off?
-- किन घोषित बैठकों के होने या टलने की ख़बर फिर नहीं आई?
-- Still planned although the last possible day is past: the press lost interest, or the two reports were not linked.
-- days: at least so many days past
select
    meeting.date,
    meeting.participants_hi,
    meeting.place,
    meeting.n_outlets,
    date_diff(
        'day',
        meeting.end_date,
        (select max(article.news_date) from {{ ref('dim_articles') }} as article)
    ) as days_past,
    meeting.quotation
from {{ ref('vw_meetings') }} as meeting
where meeting.status = 'planned' and days_past >= {{ var('days', 1) }}
order by days_past desc, meeting.meeting_id asc
