-- What did the warehouse say of a meeting, night by night?
-- किसी बैठक के बारे में डेटाबेस ने किस रात क्या कहा?
-- One row a version: true from valid_from until, exclusively, valid_to; the last one has none.
-- meeting: a meeting_id; without it, the meeting with most versions
with versions as (
    select
        meeting_id,
        count(*) as n_versions
    from {{ ref('hist_meetings') }}
    where '{{ var("meeting", "") }}' in ('', meeting_id)
    group by meeting_id
    order by n_versions desc, meeting_id asc
    limit 1
)

select
    version.valid_from,
    version.valid_to,
    version.status,
    version.date,
    version.place,
    version.channel,
    version.n_articles,
    version.n_independent_sources,
    version.confidence,
    version.evidence_text
from {{ ref('hist_meetings') }} as version
inner join versions on version.meeting_id = versions.meeting_id
order by version.valid_from
