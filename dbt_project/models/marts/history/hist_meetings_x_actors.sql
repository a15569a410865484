{{ config(unique_key=['meeting_id', 'actor_id'], post_hook="{{ as_of('meetings_x_actors') }}") }}
{{ history_of(ref('bridge_meetings_x_actors'), ['meeting_id', 'actor_id']) }}
