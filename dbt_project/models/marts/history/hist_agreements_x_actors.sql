{{ config(unique_key=['agreement_id', 'actor_id'], post_hook="{{ as_of('agreements_x_actors') }}") }}
{{ history_of(ref('bridge_agreements_x_actors'), ['agreement_id', 'actor_id']) }}
