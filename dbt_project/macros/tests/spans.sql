{# The span of each row, cut out of its article's text, is the quoted text: offsets are code points, end-exclusive. #}
{% test spans(model, quoted, start='char_start', end='char_end', article_id='article_id') %}
select m.*
from {{ model }} as m
left join {{ ref('dim_articles') }} as a on m.{{ article_id }} = a.article_id
where substr(a.text, m.{{ start }} + 1, m.{{ end }} - m.{{ start }}) is distinct from m.{{ quoted }}
{% endtest %}
