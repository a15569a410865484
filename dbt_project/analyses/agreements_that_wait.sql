-- Which agreements are proposed or agreed, but not signed, and since when?
select
    agreement.name,
    agreement.parties_hi,
    agreement.status_en,
    agreement.date,
    agreement.first_reported_at,
    date_diff(
        'day',
        cast(agreement.first_reported_at as date),
        (select max(article.news_date) from {{ ref('dim_articles') }} as article)
    ) as days_since_first_report
from {{ ref('vw_agreements') }} as agreement
where agreement.status in ('proposed', 'agreed')
order by days_since_first_report desc, agreement.agreement_id asc
