-- How does the press spell a name?
-- अख़बार एक ही नाम को किस-किस तरह लिखते हैं?
-- Persons with several spellings of their full name, the commonest first.
select
    actor.name_hi,
    actor.code,
    count(*) as n_spellings,
    string_agg(alias.surface, ' | ' order by alias.n_articles desc, alias.surface asc) as spellings
from {{ ref('dim_actor_aliases') }} as alias
inner join {{ ref('dim_actors') }} as actor on alias.actor_id = actor.actor_id
where actor.kind = 'person' and contains(alias.surface, ' ')
group by actor.actor_id, actor.name_hi, actor.code
having count(*) > 1
order by n_spellings desc, actor.name_hi asc
