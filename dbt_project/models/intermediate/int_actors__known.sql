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
union all
-- A person has a row for each term in an office.
select
    'person:' || person_id as actor_id,
    min(name_hi) as name_hi,
    min(name_en) as name_en
from {{ ref('office_holders') }}
group by person_id
