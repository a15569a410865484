{{ config(materialized='view', contract={'enforced': false}) }}
with who as (
    select
        member.meeting_id,
        string_agg(actor.name_hi, '; ' order by actor.kind, actor.name_hi) as participants_hi,
        string_agg(coalesce(actor.name_en, actor.name_hi), '; ' order by actor.kind, actor.name_hi) as participants_en,
        list_sort(list_distinct(list(actor.code) filter (where actor.code is not null))) as codes
    from {{ ref('bridge_meetings_x_actors') }} as member
    inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
    group by all
),

topic as (
    select
        meeting.meeting_id,
        list(code.label_hi order by code.rank) as topics_hi
    from {{ ref('fct_meetings') }} as meeting
    cross join unnest(meeting.topics) as told (code)
    inner join {{ ref('dim_codes') }} as code on code.list = 'topic' and told.code = code.code
    group by meeting.meeting_id
)

select
    meeting.meeting_id,
    meeting.date,
    meeting.date_precision,
    meeting.start_date,
    meeting.end_date,
    who.participants_hi,
    who.participants_en,
    who.codes,
    meeting.place,
    place.name_en as place_en,
    place.code as place_code,
    meeting.status,
    status.label_hi as status_hi,
    status.label_en as status_en,
    meeting.channel,
    channel.label_hi as channel_hi,
    channel.label_en as channel_en,
    meeting.occasion,
    meeting.topics,
    topic.topics_hi,
    meeting.n_articles,
    meeting.n_outlets,
    meeting.n_independent_sources,
    meeting.first_reported_at,
    meeting.confidence,
    meeting.evidence_text[:200] as quotation,
    article.outlet,
    article.title,
    article.url
from {{ ref('fct_meetings') }} as meeting
left join who on meeting.meeting_id = who.meeting_id
left join topic on meeting.meeting_id = topic.meeting_id
left join {{ ref('dim_codes') }} as status on status.list = 'meeting_status' and meeting.status = status.code
left join {{ ref('dim_codes') }} as channel on channel.list = 'channel' and meeting.channel = channel.code
left join {{ ref('dim_places') }} as place on meeting.place_id = place.place_id
left join {{ ref('dim_articles') }} as article on meeting.evidence_article_id = article.article_id
