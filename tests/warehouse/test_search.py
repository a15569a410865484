"""Full-text search in Hindi: words whole, spellings together, the index of the night that is published."""

import os

import pytest

from rajnay.paths import Lake
from rajnay.warehouse.errors import WarehouseError
from rajnay.warehouse.search import search
from tests.warehouse.nights import DAYS, NIGHTS


@pytest.fixture
def found(warehouse):
    lake, _, _ = warehouse

    def ids(words, what):
        answer = search(lake, words)
        column = {name: number for number, name in enumerate(answer.columns)}
        return [row[column["id"]] for row in answer.rows if row[column["what"]] == what]

    return ids


def test_a_title_is_found_by_its_words(found):
    paddy = NIGHTS[DAYS[0]][2]
    assert found("धान मंडियों", "article") == [paddy.article_id]


def test_vowel_signs_count(found):
    """With a tokeniser that splits at them, मंड would find मंडियों, and any म every word with one."""
    assert found("मंड", "article") == []
    assert found("म", "article") == []


def test_another_spelling_finds_it(found):
    assert found("मॉरीशस", "article") == found("मॉरीशस\u200c", "article") != []
    assert found("मन्त्रिमण्डल", "agreement") == found("मंत्रिमंडल", "agreement") != []


def test_meetings_are_found_by_the_sentence_that_tells_them(found):
    assert len(found("मस्कट वार्ता", "meeting")) >= 1
    assert found("सलालाह", "meeting") != found("मस्कट", "meeting")


def test_nothing(found):
    assert found("अंतरिक्षयान", "article") == []
    assert found("", "article") == []
    assert found("।", "article") == []


def test_quotes_are_words_and_no_sql(found):
    assert found("' ) ; drop table sentences; --", "article") == []
    assert found("धान", "article") != []


def test_the_index_is_of_the_published_file(warehouse):
    lake, _, _ = warehouse
    search(lake, "धान")
    index = lake.warehouse.with_name("search.duckdb")
    first = index.stat()
    search(lake, "धान")
    assert index.stat().st_ino == first.st_ino
    published = lake.warehouse.stat()
    os.utime(lake.warehouse, ns=(published.st_mtime_ns, published.st_mtime_ns + 1_000_000))
    search(lake, "धान")
    assert index.stat().st_ino != first.st_ino


def test_nothing_published(tmp_path):
    with pytest.raises(WarehouseError, match="nothing is published yet"):
        search(Lake(tmp_path), "धान")
