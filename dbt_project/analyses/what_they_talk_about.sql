-- What do they talk about?
-- बातचीत किन विषयों पर होती है?
-- One row a topic, of held meetings; a meeting with three topics counts for each.
-- code: only meetings with this state or organisation, as IND or UN
select
    topic.label_hi,
    topic.label_en,
    count(*) as n_meetings
from {{ ref('vw_meetings') }} as meeting
cross join unnest(meeting.topics) as told (topic)
inner join {{ ref('dim_codes') }} as topic on topic.list = 'topic' and told.topic = topic.code
where
    meeting.status = 'held'
    and ('{{ var("code", "") }}' = '' or list_contains(meeting.codes, '{{ var("code", "") }}'))
group by topic.label_hi, topic.label_en
order by n_meetings desc, topic.label_en asc
