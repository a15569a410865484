-- Also where the article was read again since: the events stay one. Of an event merged on two nights the first decides.
select
    event_id,
    event_type,
    merged_into,
    article_id,
    fact_no,
    news_date
from {{ source('rajnay', 'event_merges') }}
qualify row_number() over (partition by event_id order by news_date, article_id, fact_no) = 1
