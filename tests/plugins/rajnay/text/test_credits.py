"""Agency credits: in datelines, at the end, in the author field, and nowhere else."""

import pytest

from rajnay.text.credits import agency_of


@pytest.mark.parametrize(
    ("body", "author", "expected"),
    [
        ("नई दिल्ली, 24 नवंबर (भाषा) विदेश मंत्री ने कहा।", None, "pti_bhasha"),
        ("सैंटियागो, 24 नवंबर (एपी) चिली ने समझौता किया।", None, "ap"),
        ("समझौता हुआ।\nभाषा रंजन मनीषा", None, "pti_bhasha"),
        ("समझौता हुआ।\n(इनपुट: एएनआई)", None, "ani"),
        ("समझौता हुआ।", "हिन्दुस्थान समाचार", "hindusthan_samachar"),
        ("समझौता हुआ।", "आईएएनएस", "ians"),
        ("दोनों देशों के बीच वार्ता हुई।", "अनामिका राय", None),
        ("भाषा के सवाल पर राज्यों की बैठक हुई और यह तय हुआ कि आगे बातचीत होगी।", None, None),
        ("", None, None),
    ],
)
def test_agency_of(body: str, author: str | None, expected: str | None) -> None:
    assert agency_of(body, author) == expected
