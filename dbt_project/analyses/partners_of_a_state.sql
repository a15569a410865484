-- With whom does a state make agreements?
-- कोई देश किन-किन के साथ समझौते करता है?
-- One row a partner; n_concluded are signed, approved or in force.
-- code: the state, as IND
select
    partner.code,
    partner.name_hi,
    partner.name_en,
    count(distinct agreement.agreement_id) as n_agreements,
    count(distinct agreement.agreement_id) filter (
        where agreement.status in ('signed', 'approved', 'in_force')
    ) as n_concluded
from {{ ref('bridge_agreements_x_actors') }} as own_side
inner join {{ ref('dim_actors') }} as own on own_side.actor_id = own.actor_id
inner join {{ ref('bridge_agreements_x_actors') }} as other_side on own_side.agreement_id = other_side.agreement_id
inner join {{ ref('dim_actors') }} as partner on other_side.actor_id = partner.actor_id
inner join {{ ref('fct_agreements') }} as agreement on own_side.agreement_id = agreement.agreement_id
where own.code = '{{ var("code", "IND") }}' and partner.code is distinct from own.code
group by all
order by n_agreements desc, partner.code asc
