-- How often do two outlets tell the same meetings?
-- दो अख़बार कितनी बार एक ही बैठक की ख़बर देते हैं?
-- jaccard is the share of the meetings told by either that both told.
with told as (
    select distinct
        mention.target_id as meeting_id,
        article.outlet
    from {{ ref('fct_mentions') }} as mention
    inner join {{ ref('dim_articles') }} as article on mention.article_id = article.article_id
    where mention.target_type = 'meeting'
),

sizes as (
    select
        outlet,
        count(*) as n_meetings
    from told
    group by all
)

select
    one.outlet as outlet_a,
    other.outlet as outlet_b,
    count(*) as n_both,
    round(count(*) / (any_value(size_a.n_meetings) + any_value(size_b.n_meetings) - count(*)), 3) as jaccard
from told as one
inner join told as other on one.meeting_id = other.meeting_id and one.outlet < other.outlet
inner join sizes as size_a on one.outlet = size_a.outlet
inner join sizes as size_b on other.outlet = size_b.outlet
group by one.outlet, other.outlet
order by jaccard desc, outlet_a asc, outlet_b asc
