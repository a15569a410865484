-- How many agreements stand at which stage?
-- कितने समझौते किस चरण में हैं?
-- One row a stage and kind; n_instruments counts what was agreed in bundles (छह समझौतों पर) as told.
select
    stage.rank,
    stage.label_hi,
    stage.label_en,
    agreement.kind,
    count(*) as n_agreements,
    sum(agreement.n_instruments) as n_instruments
from {{ ref('fct_agreements') }} as agreement
inner join {{ ref('dim_codes') }} as stage on stage.list = 'agreement_status' and agreement.status = stage.code
group by all
order by stage.rank asc, n_agreements desc, agreement.kind asc
