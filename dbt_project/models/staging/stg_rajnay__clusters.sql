select
    told.article_id,
    told.cluster_id,
    told.role as cluster_role,
    told.similarity
from {{ of_last_reading('clusters') }}
