-- One row a slot that has rules of its own, and one for all others: what is asked in turn, and the rule that it is.
select
    slot,
    list(criterion order by position) as criteria,
    list(rule_id order by position) as rules
from {{ ref('contradiction_rules') }}
group by slot
