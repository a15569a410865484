"""Learning what words mostly are from labelled text."""

from collections import Counter
from pathlib import Path

import pytest

from rajnay.facts import learn_words
from rajnay.facts.learn_words import count, main, word_class


def test_counts_by_match_key_and_label() -> None:
    counts = count(["सुनंदा\tB-NEP", "राठौड़ I-PERSON", "राठौड़ O", "नदी O", "", "काठमांडू B-LOCATION", "१२ O", "abc O"])
    assert counts["राठौड"] == Counter(person=1, other=1)
    assert counts["काठमांडू"] == Counter(place=1)
    assert set(counts) == {"सुनंदा", "राठौड", "नदी", "काठमांडू"}


@pytest.mark.parametrize(
    ("counts", "sort"),
    [
        ({"person": 3}, "name"),
        ({"person": 2, "other": 20}, "dual"),
        ({"person": 1, "other": 200}, "common"),
        ({"place": 4, "other": 1}, "place"),
        ({"body": 3, "other": 1}, "body"),
        ({"other": 3}, "rare"),
        ({"other": 4}, "common"),
    ],
)
def test_classes(counts: dict[str, int], sort: str) -> None:
    assert word_class(Counter(counts)) == sort


def test_writes_sorted_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learn_words, "WORDS", tmp_path / "words.tsv")
    (tmp_path / "own.conll").write_text("नदी O\nसुनंदा B-PERSON\n", encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert (tmp_path / "words.tsv").read_text(encoding="utf-8") == "नदी\trare\nसुनंदा\tname\n"


def test_says_what_it_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "usage" in capsys.readouterr().err
