{{ config(materialized='incremental', incremental_strategy='night', unique_key='meeting_id') }}
with chosen as (
    select
        meeting_id,
        {{ chosen('status') }} as status,
        {{ chosen('realis') }} as realis,
        {{ chosen('channel') }} as channel,
        {{ chosen('date') }} as date,
        {{ chosen('date_end') }} as date_end,
        {{ chosen('place') }} as place,
        {{ chosen('place_id') }} as place_id,
        {{ chosen('occasion') }} as occasion
    from {{ ref('int_meetings__slot_values') }}
    group by all
),

told as (
    select
        meeting_id,
        count(distinct article_id) as n_articles,
        count(distinct outlet) as n_outlets,
        min(reported_at) as first_reported_at,
        max(reported_at) as last_reported_at,
        min(news_date) as first_news_date,
        list_sort(list_distinct(flatten(list(topics)))) as topics
    from {{ ref('int_meetings__told') }}
    group by all
),

-- The sentence to show: of the articles that tell the chosen status, the surest, then the latest.
shown as (
    select told.*
    from {{ ref('int_meetings__told') }} as told
    inner join chosen on told.meeting_id = chosen.meeting_id
    qualify
        row_number() over (
            partition by told.meeting_id
            order by
                told.status = chosen.status desc,
                told.confidence desc,
                told.reported_at desc,
                told.article_id asc,
                told.meeting_no asc
        ) = 1
),

date_sources as (
    select
        told.meeting_id,
        arg_max(told.date_source, { 'rank': code.rank, 'source': told.date_source }) as date_source
    from {{ ref('int_meetings__told') }} as told
    inner join chosen on told.meeting_id = chosen.meeting_id and told.date is not distinct from chosen.date
    inner join {{ ref('codes') }} as code on code.list = 'date_source' and told.date_source = code.code
    group by all
),

participants as (
    select
        meeting_id,
        count(distinct actor_id) as n_participants
    from {{ ref('int_meeting_participants__merged') }}
    group by all
)

select
    chosen.meeting_id,
    chosen.status,
    chosen.realis,
    chosen.channel,
    chosen.date,
    {{ precision_of('chosen.date') }} as date_precision,
    coalesce(date_sources.date_source, 'none') as date_source,
    {{ first_day('chosen.date') }} as start_date,
    greatest({{ last_day_of('chosen.date') }}, {{ last_day_of('chosen.date_end') }}) as end_date,
    chosen.place,
    chosen.place_id,
    chosen.occasion,
    told.topics,
    cast(coalesce(participants.n_participants, 0) as integer) as n_participants,
    cast(told.n_articles as integer) as n_articles,
    cast(told.n_outlets as integer) as n_outlets,
    cast(sources.n_independent_sources as integer) as n_independent_sources,
    told.first_news_date,
    told.first_reported_at,
    told.last_reported_at,
    shown.attribution_kind,
    shown.attribution_source,
    shown.article_id as evidence_article_id,
    shown.evidence as evidence_text,
    shown.char_start as evidence_start,
    shown.char_end as evidence_end,
    sources.confidence,
    accepted.target_id is not null as is_reviewed
from chosen
left join {{ overrides('accept', 'meeting') }} as accepted on chosen.meeting_id = accepted.target_id
inner join told on chosen.meeting_id = told.meeting_id
inner join shown on chosen.meeting_id = shown.meeting_id
inner join {{ ref('int_meetings__sources') }} as sources on chosen.meeting_id = sources.meeting_id
left join date_sources on chosen.meeting_id = date_sources.meeting_id
left join participants on chosen.meeting_id = participants.meeting_id
