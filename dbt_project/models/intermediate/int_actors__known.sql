-- Actors that the seeds know, under the ids that the events step gives them.
select
    'state:' || code as actor_id,
    name_hi,
    name_en
from {{ ref('states') }}
union all
select
    'igo:' || code as actor_id,
    name_hi,
    name_en
from {{ ref('igos') }}
union all
select
    'body:' || body_id as actor_id,
    name_hi,
    name_en
from {{ ref('bodies') }}
