-- How did an agreement come about?
-- कोई समझौता कैसे हुआ, क़दम-दर-क़दम?
-- One row a report of a step, in the words of the articles, in the order in which they were told.
-- agreement: an agreement_id; without it, the agreement told most often
with agreement as (
    select agreement_id
    from {{ ref('fct_agreements') }}
    where '{{ var("agreement", "") }}' in ('', agreement_id)
    order by n_articles desc, agreement_id asc
    limit 1
)

select
    step.reported_at,
    step.status,
    step.date,
    article.outlet,
    step.evidence_text,
    article.url
from {{ ref('fct_agreement_statuses') }} as step
inner join agreement on step.agreement_id = agreement.agreement_id
inner join {{ ref('dim_articles') }} as article on step.article_id = article.article_id
order by step.reported_at, step.agreement_status_id
