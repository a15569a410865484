{# The span of each row, cut out of its article's text, is the quoted text: offsets are code points, end-exclusive.
   Only articles of the nights that were loaded just now: the others' rows have not changed since they passed. #}
{% test spans(model, quoted, start='char_start', end='char_end', article_id='article_id') %}
with fresh as materialized (
    select article_id, text
    from {{ ref('dim_articles') }}
    where news_date in (select news_date from {{ source('rajnay', 'loaded_nights') }})
)

select m.*
from (select * from {{ model }}) as m
inner join fresh on m.{{ article_id }} = fresh.article_id
where substr(fresh.text, m.{{ start }} + 1, m.{{ end }} - m.{{ start }}) is distinct from m.{{ quoted }}
{% endtest %}
