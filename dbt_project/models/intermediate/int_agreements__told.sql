select
    assigned.agreement_id,
    told.*,
    -- What evidence and mentions call it inside the article.
    cast(told.agreement_no as varchar) as target_key,
    assigned.linked_by,
    assigned.link_score,
    assigned.place_id,
    article.outlet,
    article.reported_at,
    article.source_key
from {{ ref('stg_rajnay__agreements') }} as told
inner join {{ ref('int_agreements__assigned') }} as assigned
    on told.article_id = assigned.article_id and told.agreement_no = assigned.agreement_no
inner join {{ ref('int_articles__sourced') }} as article on told.article_id = article.article_id
where
    not assigned.is_rejected
    -- Of other events an article may be here without the rest of its reports.
    and assigned.agreement_id in (select touched.event_id from {{ ref('int_events__touched') }} as touched)
