-- What kinds of agreements do two states or bodies make with each other?
-- दो देश या संगठन आपस में किस तरह के समझौते करते हैं?
-- One row a pair of codes and kind; an agreement of three parties counts for each of its three pairs.
-- code: only pairs with this state or organisation, as IND or UN
with party as (
    select distinct
        member.agreement_id,
        actor.code
    from {{ ref('bridge_agreements_x_actors') }} as member
    inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
    where actor.code is not null
)

select
    one.code as code_a,
    other.code as code_b,
    kind.label_hi as kind_hi,
    kind.label_en as kind_en,
    count(*) as n_agreements,
    count(*) filter (where agreement.status in ('signed', 'approved', 'in_force')) as n_concluded
from party as one
inner join party as other on one.agreement_id = other.agreement_id and one.code < other.code
inner join {{ ref('fct_agreements') }} as agreement on one.agreement_id = agreement.agreement_id
inner join {{ ref('dim_codes') }} as kind on kind.list = 'agreement_kind' and agreement.kind = kind.code
where '{{ var("code", "") }}' in ('', one.code, other.code)
group by one.code, other.code, kind.label_hi, kind.label_en
order by n_agreements desc, code_a asc, code_b asc, kind_en asc
