-- A table, and a narrow one: every other staging view asks it which rows count.
{{ config(materialized='table') }}
select
    told.article_id,
    max(told.news_date) as news_date
from {{ source('rajnay', 'articles') }} as told
semi join {{ ref('int_articles__touched') }} as touched on told.article_id = touched.article_id
group by all
