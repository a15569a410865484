-- Which meetings were called off, and who told it first?
-- कौन-सी बैठकें रद्द या स्थगित हुईं, और सबसे पहले किसने बताया?
-- Status cancelled covers postponed ones; the quotation says which.
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
