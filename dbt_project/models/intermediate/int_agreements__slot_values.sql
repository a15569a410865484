{{ slot_values(
    ref('int_agreements__told'),
    'agreement_id',
    {
        'kind': 'agreement_kind',
        'realis': 'realis',
        'name': none,
        'subject': none,
        'amount': none,
        'currency': none,
        'n_instruments': none,
        'place': none,
    },
) }}
