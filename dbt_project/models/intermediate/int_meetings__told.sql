select
    assigned.meeting_id,
    told.*,
    -- What evidence and mentions call it inside the article.
    cast(told.meeting_no as varchar) as target_key,
    assigned.linked_by,
    assigned.link_score,
    assigned.place_id,
    article.outlet,
    article.reported_at,
    article.source_key
from {{ ref('stg_rajnay__meetings') }} as told
inner join {{ ref('int_meetings__assigned') }} as assigned
    on told.article_id = assigned.article_id and told.meeting_no = assigned.meeting_no
inner join {{ ref('int_articles__sourced') }} as article on told.article_id = article.article_id
where
    not assigned.is_rejected
    -- Of other events an article may be here without the rest of its reports.
    and assigned.meeting_id in (select touched.event_id from {{ ref('int_events__touched') }} as touched)
