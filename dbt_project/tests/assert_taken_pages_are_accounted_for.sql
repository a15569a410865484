-- Every page in the archive is an article or a reject: nothing is dropped in silence.
select
    fetched.news_date,
    fetched.outlet,
    fetched.url,
    fetched.warc_file,
    fetched.warc_offset
from {{ ref('stg_rajnay__fetches') }} as fetched
anti join {{ source('rajnay', 'articles') }} as article
    on fetched.warc_file = article.warc_file and fetched.warc_offset = article.warc_offset
anti join {{ ref('stg_rajnay__rejects') }} as reject
    on fetched.warc_file = reject.warc_file and fetched.warc_offset = reject.warc_offset
where
    fetched.kind in ('page', 'revisit')
    and fetched.outcome = 'taken'
    and {{ of_the_night('fetched.news_date') }}
