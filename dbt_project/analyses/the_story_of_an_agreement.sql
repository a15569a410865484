-- How did an agreement come about?
-- कोई समझौता कैसे हुआ, क़दम-दर-क़दम?
-- One row a report of a step, in the order in which they were told: the sentence, and in it the words for the step.
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
    step.evidence_text as cue,
    coalesce(min_by(mention.surface, mention.char_start)[:200], any_value(article.title)) as told
from {{ ref('fct_agreement_statuses') }} as step
inner join agreement on step.agreement_id = agreement.agreement_id
inner join {{ ref('dim_articles') }} as article on step.article_id = article.article_id
left join {{ ref('fct_mentions') }} as mention
    on
        step.article_id = mention.article_id
        and mention.target_type = 'agreement'
        and step.agreement_id = mention.target_id
        and step.char_start >= mention.char_start
        and step.char_end <= mention.char_end
group by all
order by step.reported_at asc, cue asc
