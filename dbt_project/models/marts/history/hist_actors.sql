{{ config(unique_key=['actor_id'], post_hook="{{ as_of('actors') }}") }}
{{ history_of(ref('dim_actors'), ['actor_id'], ['actor_id', 'kind', 'name_hi', 'name_en', 'code']) }}
