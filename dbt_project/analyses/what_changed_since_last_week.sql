-- What is new in the last days, and what changed?
-- पिछले दिनों में नया क्या हुआ, और क्या बदला?
-- One row a meeting or agreement that the warehouse did not know then (change is `new`), or of which it now says
-- something else: its status then → now, else its date then → now.
-- days: how many nights to look back
with nights as (
    select max(news_date) - {{ var('days', 7) }} as then_night
    from {{ ref('dim_articles') }}
),

meeting_then as (
    select
        version.meeting_id,
        version.status,
        version.date
    from {{ ref('hist_meetings') }} as version
    inner join nights
        on
            version.valid_from <= nights.then_night
            and (version.valid_to > nights.then_night) is distinct from false
),

agreement_then as (
    select
        version.agreement_id,
        version.status,
        version.date
    from {{ ref('hist_agreements') }} as version
    inner join nights
        on
            version.valid_from <= nights.then_night
            and (version.valid_to > nights.then_night) is distinct from false
),

compared as (
    select
        'meeting' as what,
        meeting.meeting_id as id,
        meeting.participants_hi as who,
        meeting.status,
        meeting.date,
        meeting.quotation,
        meeting_then.meeting_id is null as is_new,
        meeting_then.status as status_then,
        meeting_then.date as date_then
    from {{ ref('vw_meetings') }} as meeting
    left join meeting_then on meeting.meeting_id = meeting_then.meeting_id
    union all
    select
        'agreement' as what,
        agreement.agreement_id as id,
        agreement.parties_hi as who,
        agreement.status,
        agreement.date,
        agreement.quotation,
        agreement_then.agreement_id is null as is_new,
        agreement_then.status as status_then,
        agreement_then.date as date_then
    from {{ ref('vw_agreements') }} as agreement
    left join agreement_then on agreement.agreement_id = agreement_then.agreement_id
)

select
    what,
    case
        when is_new then 'new'
        when status != status_then then status_then || ' → ' || status
        else coalesce(date_then, '?') || ' → ' || coalesce(date, '?')
    end as change,
    status,
    date,
    who,
    quotation
from compared
where is_new or status != status_then or date is distinct from date_then
order by what asc, is_new asc, date asc nulls last, id asc
