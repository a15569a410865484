{{ config(unique_key=['meeting_id'], post_hook="{{ as_of('meetings') }}") }}
{{ history_of(ref('fct_meetings'), ['meeting_id']) }}
