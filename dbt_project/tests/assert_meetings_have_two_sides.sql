{{ config(severity='warn') }}
-- Who meets is at least two. Where one article's two participants turn out to be one actor, its reader erred, or the
-- events step did: worth a look, but no reason to withhold the night.
select
    meeting_id,
    n_participants
from {{ ref('fct_meetings') }}
where n_participants < 2
