-- One spelling that two actors of one kind and state bear: namesakes, or one actor with two ids, which a `merge` joins.
select
    actor.kind,
    actor.code,
    alias.match_key,
    count(distinct alias.actor_id) as n_actors,
    list_sort(list_distinct(list(alias.actor_id))) as actor_ids
from {{ ref('dim_actor_aliases') }} as alias
inner join {{ ref('dim_actors') }} as actor on alias.actor_id = actor.actor_id
-- A surname alone is no claim: many bear it.
where contains(alias.match_key, ' ') or actor.kind != 'person'
group by actor.kind, actor.code, alias.match_key
having count(distinct alias.actor_id) > 1
