select
    told.article_id,
    told.news_date,
    told.actor_key,
    told.kind,
    told.names,
    told.name_en,
    told.code,
    told.role,
    told.rule_id,
    told.extractor_version,
    told.confidence
from {{ of_last_reading('actors') }}
