select
    assignment.event_id as agreement_id,
    told.*,
    -- What evidence and mentions call it inside the article.
    cast(told.agreement_no as varchar) as target_key,
    assignment.linked_by,
    assignment.link_score,
    article.outlet,
    article.reported_at,
    article.source_key
from {{ ref('stg_rajnay__agreements') }} as told
inner join {{ ref('stg_rajnay__event_assignments') }} as assignment
    on
        told.article_id = assignment.article_id
        and told.agreement_no = assignment.fact_no
        and assignment.event_type = 'agreement'
inner join {{ ref('int_articles__sourced') }} as article on told.article_id = article.article_id
