select
    {{ key_of(['evaluated_on', 'extractor_version', 'evaluated_set', 'measure']) }} as evaluation_id,
    evaluated_on,
    extractor_version,
    evaluated_set,
    measure,
    value,
    n_cases,
    command
from {{ ref('evaluations') }}
