{{ assigned('agreement') }}
