{{ slot_values(
    ref('int_agreements__told'),
    'agreement',
    {
        'kind': 'agreement_kind',
        'realis': 'realis',
        'name': none,
        'subject': none,
        'amount': none,
        'currency': none,
        'n_instruments': none,
        'place': none,
        'place_id': none,
    },
) }}
