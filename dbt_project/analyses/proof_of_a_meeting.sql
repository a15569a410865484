-- What proves a meeting, cell by cell? Here the one told most often.
with meeting as (
    select meeting_id
    from {{ ref('fct_meetings') }}
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
