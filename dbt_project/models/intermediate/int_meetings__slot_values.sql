{{ slot_values(
    ref('int_meetings__told'),
    'meeting_id',
    {
        'status': 'meeting_status',
        'realis': 'realis',
        'channel': 'channel',
        'date': 'date',
        'date_end': 'date',
        'place': none,
        'occasion': none,
    },
) }}
