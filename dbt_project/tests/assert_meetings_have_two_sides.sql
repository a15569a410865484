-- Who meets is at least two; what states are dropped for their ministers must not leave one alone.
select
    meeting_id,
    n_participants
from {{ ref('fct_meetings') }}
where n_participants < 2
