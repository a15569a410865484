-- Which meetings were called off, and who told it first?
select
    date,
    participants_hi,
    place,
    first_reported_at,
    outlet,
    quotation
from {{ ref('vw_meetings') }}
where status = 'cancelled'
order by first_reported_at desc
