{#
    The event databases' customary form: an event once for each ordered pair of its codes. Counting rows here counts
    pairs, not events. A visitor's row is 042, the host's 043, talks through a mediator 045 (CAMEO 1.1b3, category 04).
#}
{{ config(materialized='view', contract={'enforced': false}) }}
with event as (
    select
        meeting_id as event_id,
        'meeting' as event_type,
        status,
        channel,
        coalesce(start_date, cast(first_reported_at as date)) as event_date,
        n_articles,
        n_independent_sources,
        confidence
    from {{ ref('fct_meetings') }}
    union all
    select
        agreement_id as event_id,
        'agreement' as event_type,
        status,
        null as channel,
        coalesce(start_date, cast(first_reported_at as date)) as event_date,
        n_articles,
        n_independent_sources,
        confidence
    from {{ ref('fct_agreements') }}
),

member as (
    select
        meeting.meeting_id as event_id,
        actor.code,
        bool_or(meeting.role = 'host') as is_host,
        bool_or(meeting.role = 'visitor') as is_visitor,
        bool_or(meeting.role = 'mediator') as is_mediator
    from {{ ref('bridge_meetings_x_actors') }} as meeting
    inner join {{ ref('dim_actors') }} as actor on meeting.actor_id = actor.actor_id
    where actor.code is not null
    group by meeting.meeting_id, actor.code
    union all
    select distinct
        agreement.agreement_id as event_id,
        actor.code,
        false as is_host,
        false as is_visitor,
        false as is_mediator
    from {{ ref('bridge_agreements_x_actors') }} as agreement
    inner join {{ ref('dim_actors') }} as actor on agreement.actor_id = actor.actor_id
    where actor.code is not null
),

dyad as (
    select
        event.event_id,
        event.event_date,
        one.code as source_code,
        other.code as target_code,
        case
            when coding.cameo_code != '040' then coding.cameo_code
            when one.is_mediator or other.is_mediator then '045'
            when one.is_visitor and other.is_host then '042'
            when one.is_host and other.is_visitor then '043'
            else coding.cameo_code
        end as cameo_code,
        coding.cameo_label,
        event.n_articles,
        event.n_independent_sources,
        event.confidence
    from event
    inner join {{ ref('event_codings') }} as coding
        on
            event.event_type = coding.event_type
            and event.status = coding.status
            and event.channel is not distinct from coding.channel
    inner join member as one on event.event_id = one.event_id
    inner join member as other on event.event_id = other.event_id and one.code != other.code
)

select
    event_id,
    event_date,
    source_code,
    target_code,
    cameo_code,
    case cameo_code
        when '042' then 'Make a visit'
        when '043' then 'Host a visit'
        when '045' then 'Engage in mediation'
        else cameo_label
    end as cameo_label,
    n_articles,
    n_independent_sources,
    confidence
from dyad
