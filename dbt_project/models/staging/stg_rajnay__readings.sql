-- A table, and a narrow one: every other staging view asks it which rows count.
{{ config(materialized='table') }}
select
    article_id,
    max(news_date) as news_date
from {{ source('rajnay', 'articles') }}
group by all
