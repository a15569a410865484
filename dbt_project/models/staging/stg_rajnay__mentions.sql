select
    told.article_id,
    told.target_type,
    told.target_key,
    told.kind,
    told.sentence_no,
    told.is_headline,
    told.char_start,
    told.char_end,
    told.surface,
    told.rule_id,
    told.extractor_version,
    told.confidence
from {{ of_last_reading('mentions') }}
