{{ config(materialized='incremental', incremental_strategy='night', unique_key='article_id') }}
{{ assigned('meeting') }}
