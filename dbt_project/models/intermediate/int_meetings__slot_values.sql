{{ slot_values(
    ref('int_meetings__told'),
    'meeting',
    {
        'status': 'meeting_status',
        'realis': 'realis',
        'channel': 'channel',
        'date': 'date',
        'date_end': 'date',
        'place': none,
        'place_id': none,
        'occasion': none,
    },
) }}
