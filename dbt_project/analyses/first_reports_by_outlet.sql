-- Which outlet tells meetings first?
-- कौन-सा अख़बार बैठकों की ख़बर सबसे पहले देता है?
-- Of meetings that two or more outlets told, by time of publication; n_first counts ties for all.
with told as (
    select distinct
        mention.target_id as meeting_id,
        article.outlet,
        article.published_at
    from {{ ref('fct_mentions') }} as mention
    inner join {{ ref('dim_articles') }} as article on mention.article_id = article.article_id
    where mention.target_type = 'meeting'
),

first_told as (
    select
        meeting_id,
        outlet,
        min(published_at) as told_at
    from told
    group by all
),

ranked as (
    select
        meeting_id,
        outlet,
        rank() over (partition by meeting_id order by told_at) as place,
        count(*) over (partition by meeting_id) as n_outlets
    from first_told
)

select
    ranked.outlet,
    outlet.title_hi,
    count(*) as n_meetings,
    count(*) filter (where ranked.place = 1) as n_first
from ranked
inner join {{ ref('dim_outlets') }} as outlet on ranked.outlet = outlet.outlet
where ranked.n_outlets > 1
group by all
order by n_first desc, n_meetings desc, ranked.outlet asc
