"""A user's own articles go down the whole road: their ids, times and texts come out as they went in."""

import json
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from rajnay.text.clean import clean

ARTICLES = [
    {
        "id": "desk/7",
        "url": "https://www.desk-seven.example/duniya/7?ref=a&b=1",
        "outlet": "मेरा अखबार",
        "published_at": "2021-03-05T21:15+05:30",
        "title": "रबात में मोरक्को और सेनेगल की बातचीत, मछली पकड़ने के समझौते पर हस्ताक्षर",
        "body": "रबात, 5 मार्च (एपी) मोरक्को के विदेश मंत्री नासिर बौरीता ने शुक्रवार को रबात में सेनेगल की विदेश मंत्री आइसाता तॉल से मुलाकात की।\n"
        "दोनों देशों ने मछली पकड़ने के सहयोग पर समझौता ज्ञापन पर हस्ताक्षर किए।\n\nउन्होंने कहा,  “यह ‘नई शुरुआत’ है” <b>&amp; बड़ी</b> </script> बात।",
    },
    {"id": "headline-only", "url": None, "outlet": "desk", "published_at": None, "title": "विदेश मंत्री ने नार्वे की विदेश मंत्री से बातचीत की", "body": ""},
    {"id": "untitled", "url": None, "outlet": "desk", "published_at": "2021-03-06T08:00+05:30", "title": None,
     "body": "राष्‍ट्रपति ने शनिवार को कहा कि वह अगले महीने मालदीव जाएंगे.दौरे की तारीख तय नहीं है."},
    {"id": "न्यूज़-४", "url": None, "outlet": None, "published_at": "2021-03-06", "title": "मौसम", "body": "आज बारिश होगी।\nविज्ञापन\nकल धूप निकलेगी।"},
]  # fmt: skip


@pytest.fixture(scope="module")
def warehouse(run_night, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("given")
    first, second = folder / "one.jsonl", folder / "two.jsonl"
    first.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ARTICLES[:2]), encoding="utf-8")
    second.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ARTICLES[2:]), encoding="utf-8")
    done = run_night(folder / "data", RAJNAY_PRESS=f"{first},{second}")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return folder / "data/warehouse/rajnay.duckdb"


def ask(warehouse: Path, sql: str) -> list[tuple]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(f"set search_path = 'marts'; {sql}").fetchall()


def test_each_comes_out_as_it_went_in(warehouse: Path) -> None:
    rows = {row[0]: row[1:] for row in ask(warehouse, "select given_id, title, text, published_at from dim_articles")}
    assert set(rows) == {article["id"] for article in ARTICLES}
    for article in ARTICLES:
        title, text, published_at = rows[article["id"]]
        parts = [clean(article["title"] or "").text, clean(article["body"]).text]
        assert (title or "") == parts[0]
        assert text == "\n".join(part for part in parts if part)
        if article["published_at"] is None:
            assert published_at is None
        elif "T" in article["published_at"]:
            assert published_at == datetime.fromisoformat(article["published_at"])


def test_its_facts_are_in_the_marts_with_their_sentence(warehouse: Path) -> None:
    (meeting,) = ask(
        warehouse,
        "select status, date, place, quotation from vw_meetings join fct_mentions on target_id = meeting_id "
        "join dim_articles using (article_id) where given_id = 'desk/7' group by all",
    )
    assert meeting[:3] == ("held", "2021-03-05", "रबात")
    assert "मुलाकात की" in meeting[3]
    (agreement,) = ask(warehouse, "select status, codes from vw_agreements")
    assert agreement == ("signed", ["MAR", "SEN"])
