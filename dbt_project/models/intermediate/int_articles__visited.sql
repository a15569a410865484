-- An article's page as it was found when last visited after it was taken.
select
    article.article_id,
    count(*) as n_visits,
    max(visit.requested_at) as last_visited_at,
    case
        when arg_max(visit.status, visit.requested_at) in (404, 410)
            then min(visit.requested_at) filter (where visit.status in (404, 410))
    end as taken_down_at
from {{ ref('stg_rajnay__fetches') }} as visit
-- Of any night: not only what staging shows.
inner join {{ source('rajnay', 'articles') }} as article on visit.outlet = article.outlet and visit.url = article.url
semi join {{ ref('int_articles__sourced') }} as reading
    on article.article_id = reading.article_id and article.news_date = reading.news_date
where visit.kind = 'revisit' and visit.status is not null
group by all
