-- What proves a meeting, cell by cell?
-- किसी बैठक की हर बात का प्रमाण क्या है?
-- One row a cell of the meeting and stretch of text: surface stands at char_start of the article's clean text.
-- meeting: a meeting_id; without it, the meeting told most often
with meeting as (
    select meeting_id
    from {{ ref('fct_meetings') }}
    where '{{ var("meeting", "") }}' in ('', meeting_id)
    order by n_articles desc, meeting_id asc
    limit 1
)

select
    evidence.slot,
    evidence.value,
    evidence.surface,
    article.outlet,
    article.url,
    evidence.char_start,
    evidence.char_end
from {{ ref('fct_evidence') }} as evidence
inner join meeting on evidence.target_type = 'meeting' and evidence.target_id = meeting.meeting_id
inner join {{ ref('dim_articles') }} as article on evidence.article_id = article.article_id
order by evidence.slot, article.published_at, evidence.char_start
