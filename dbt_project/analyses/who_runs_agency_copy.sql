-- How much of each outlet's reporting on these events is an agency's?
-- किस अख़बार की कितनी ख़बरें एजेंसी की होती हैं?
-- Of the articles that tell a meeting or an agreement: share_agency carry an agency's credit, and count as its account.
with telling as (
    select distinct article_id
    from {{ ref('fct_mentions') }}
    where target_type in ('meeting', 'agreement')
)

select
    article.outlet,
    outlet.title_hi,
    count(*) as n_articles,
    count(article.agency) as n_agency,
    round(count(article.agency) / count(*), 3) as share_agency,
    string_agg(distinct article.agency, ', ' order by article.agency) as agencies
from telling
inner join {{ ref('dim_articles') }} as article on telling.article_id = article.article_id
inner join {{ ref('dim_outlets') }} as outlet on article.outlet = outlet.outlet
group by article.outlet, outlet.title_hi
order by share_agency desc, article.outlet asc
