-- An article without its near-duplicate cluster would fall out of every count of sources.
select article.article_id
from {{ ref('stg_rajnay__articles') }} as article
anti join {{ ref('stg_rajnay__clusters') }} as cluster on article.article_id = cluster.article_id
