{{ assigned('meeting') }}
