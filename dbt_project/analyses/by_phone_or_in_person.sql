-- By what channel do they talk, month by month?
-- बातचीत आमने-सामने होती है या फ़ोन पर, महीने-दर-महीने?
-- One row a month and channel, of meetings with a known date, planned ones included.
select
    day.year_month,
    channel.label_hi,
    channel.label_en,
    count(*) as n_meetings
from {{ ref('fct_meetings') }} as meeting
inner join {{ ref('dim_dates') }} as day on meeting.start_date = day.date_day
inner join {{ ref('dim_codes') }} as channel on channel.list = 'channel' and meeting.channel = channel.code
group by all
order by day.year_month asc, n_meetings desc, channel.label_en asc
