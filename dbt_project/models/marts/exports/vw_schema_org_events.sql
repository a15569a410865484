{# Meetings as schema.org Events. schema.org has no status for what took place: EventScheduled, with its date past. #}
{{ config(materialized='view', contract={'enforced': false}) }}
with attendee as (
    select
        member.meeting_id,
        list(
            {
                '@type': case actor.kind
                    when 'person' then 'Person'
                    when 'state' then 'Country'
                    else 'Organization'
                end,
                '@id': 'urn:rajnay:' || actor.actor_id,
                'name': actor.name_hi,
                'alternateName': actor.name_en
            }
            order by actor.kind, actor.actor_id
        ) as attendees
    from {{ ref('bridge_meetings_x_actors') }} as member
    inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
    group by member.meeting_id
)

select
    meeting.meeting_id,
    view.participants_hi as name,
    meeting.start_date,
    meeting.end_date,
    case
        when meeting.status = 'cancelled' and meeting.realis = 'postponed' then 'https://schema.org/EventPostponed'
        when meeting.status = 'cancelled' then 'https://schema.org/EventCancelled'
        else 'https://schema.org/EventScheduled'
    end as event_status,
    case
        when meeting.channel in ('phone', 'video') then 'https://schema.org/OnlineEventAttendanceMode'
        when meeting.channel = 'in_person' then 'https://schema.org/OfflineEventAttendanceMode'
    end as event_attendance_mode,
    case
        when place.place_id is not null
            then
                {
                    '@type': 'Place',
                    'name': place.name_hi,
                    'alternateName': place.name_en,
                    'address': { '@type': 'PostalAddress', 'addressCountry': place.code }
                }
    end as location,
    attendee.attendees as attendee,
    case when meeting.occasion is not null then { '@type': 'Event', 'name': meeting.occasion } end as super_event,
    view.quotation as description,
    {
        '@type': 'NewsArticle', 'url': view.url, 'headline': view.title, 'publisher': view.outlet, 'inLanguage': 'hi'
    } as subject_of
from {{ ref('fct_meetings') }} as meeting
inner join {{ ref('vw_meetings') }} as view on meeting.meeting_id = view.meeting_id
inner join attendee on meeting.meeting_id = attendee.meeting_id
left join {{ ref('dim_places') }} as place on meeting.place_id = place.place_id
