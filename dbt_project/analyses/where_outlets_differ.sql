-- Where does the press contradict itself, and what stands?
-- अख़बार कहाँ एक-दूसरे से असहमत हैं, और मान्य क्या है?
-- One row a value that was not chosen, beside the one that was, with the sources of both and the rule that chose.
select
    contradiction.event_type,
    contradiction.slot,
    contradiction.chosen_value,
    contradiction.n_sources_chosen,
    contradiction.other_value,
    contradiction.n_sources_other,
    contradiction.rule,
    article.outlet as outlet_of_the_other,
    article.url
from {{ ref('fct_contradictions') }} as contradiction
left join {{ ref('dim_articles') }} as article on contradiction.other_article_id = article.article_id
order by contradiction.event_type, contradiction.slot, contradiction.contradiction_id
