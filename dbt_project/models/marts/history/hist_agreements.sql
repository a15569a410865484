{{ config(unique_key=['agreement_id'], post_hook="{{ as_of('agreements') }}") }}
{{ history_of(ref('fct_agreements'), ['agreement_id']) }}
