{#
    PLOVER's JSON (manual, chapter "JSON Data Fields"): where one side receives the other, visitors are the source and
    hosts the recipient; else all are sources. Codes and modes are data: seeds event_codings, topic_contexts.
#}
{{ config(materialized='view', contract={'enforced': false}) }}
{% set actor %}
{
    'code': case when state.code is not null then actor.code when actor.code is not null then 'IGO' end,
    'sector': case when actor.kind = 'state' then 'GOV' end,
    'actor_text': actor.name_hi,
    'identifier_id': actor.actor_id,
    'identifier_text': coalesce(actor.name_en, actor.name_hi),
    'igo': case when state.code is null then actor.code end
}
{% endset %}

with event as (
    select
        meeting.meeting_id as event_id,
        'meeting' as event_type,
        meeting.status,
        meeting.channel,
        meeting.start_date,
        meeting.end_date,
        meeting.date_precision,
        meeting.topics,
        meeting.place_id,
        meeting.first_reported_at,
        meeting.evidence_article_id,
        meeting.evidence_text,
        meeting.n_articles,
        meeting.n_independent_sources,
        meeting.confidence
    from {{ ref('fct_meetings') }} as meeting
    union all
    select
        agreement.agreement_id as event_id,
        'agreement' as event_type,
        agreement.status,
        null as channel,
        agreement.start_date,
        agreement.end_date,
        agreement.date_precision,
        [] as topics,
        agreement.place_id,
        agreement.first_reported_at,
        agreement.evidence_article_id,
        agreement.evidence_text,
        agreement.n_articles,
        agreement.n_independent_sources,
        agreement.confidence
    from {{ ref('fct_agreements') }} as agreement
),

member as (
    select
        meeting_id as event_id,
        actor_id,
        role
    from {{ ref('bridge_meetings_x_actors') }}
    union all
    select
        agreement_id as event_id,
        actor_id,
        'participant' as role
    from {{ ref('bridge_agreements_x_actors') }}
),

received as (
    select event_id
    from member
    group by event_id
    having count(*) filter (where role = 'host') > 0 and count(*) filter (where role = 'visitor') > 0
),

side as (
    select
        member.event_id,
        list(
            {{ actor }}
            order by actor.kind, actor.actor_id
        ) filter (where received.event_id is null or member.role != 'host') as source,
        list(
            {{ actor }}
            order by actor.kind, actor.actor_id
        ) filter (where received.event_id is not null and member.role = 'host') as recipient
    from member
    inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
    left join {{ ref('states') }} as state on actor.code = state.code
    left join received on member.event_id = received.event_id
    group by member.event_id
),

context as (
    select
        event.event_id,
        list_sort(list_distinct(list(topic.plover_context))) as contexts
    from event
    cross join unnest(event.topics) as told (topic)
    inner join {{ ref('topic_contexts') }} as topic on told.topic = topic.topic
    group by event.event_id
)

select
    event.event_id as id,
    coalesce(event.start_date, cast(event.first_reported_at as date)) as date,
    event.end_date as enddate,
    case when event.start_date is null then 'reported' else event.date_precision end as date_precision,
    side.source,
    coalesce(side.recipient, []) as recipient,
    [coding.plover_event] as event,
    case
        when coding.plover_mode is not null then [coding.plover_mode]
        when coding.plover_event = 'CONSULT' and received.event_id is not null then ['visit']
        else []
    end as mode,
    list_concat(
        coalesce(context.contexts, []), case when event.status in ('planned', 'proposed') then ['future'] else [] end
    ) as context,
    case
        when place.place_id is not null
            then { 'name': place.name_hi, 'asciiname': place.name_en, 'cc3': place.code }
    end as event_loc,
    [event.evidence_text[:200]] as event_text,
    {
        'url': article.url,
        'title': article.title,
        'language': 'hi',
        'publication': article.outlet,
        'coder': 'rajnay',
        'codebook': 'plover-base'
    } as cite_info,
    event.n_articles,
    event.n_independent_sources,
    event.confidence
from event
inner join {{ ref('event_codings') }} as coding
    on
        event.event_type = coding.event_type
        and event.status = coding.status
        and event.channel is not distinct from coding.channel
inner join side on event.event_id = side.event_id
left join received on event.event_id = received.event_id
left join context on event.event_id = context.event_id
left join {{ ref('dim_places') }} as place on event.place_id = place.place_id
left join {{ ref('dim_articles') }} as article on event.evidence_article_id = article.article_id
