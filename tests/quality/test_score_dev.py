"""What ``make score`` runs: it skips in words where the sets are absent, and counts where they are."""

import json
from pathlib import Path

import pytest

from tests.quality import score_dev

SCORER = """
def read(path):
    import json
    return {row["id"]: row for row in map(json.loads, open(path, encoding="utf-8"))}
def score(gold, system):
    same = sum(g["actors"][0]["code"] in {a["code"] for a in system[i]["actors"]} for i, g in gold.items())
    row = {"precision": 1.0, "recall": 1.0, "f1": same / len(gold), "gold": len(gold), "system": len(system)}
    return {"articles": len(gold), "actors": row, "slots": {"actors.code": {"accuracy": None, "of": 0}}}, ["one error"]
"""


def test_skips_without_the_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(score_dev, "EVALUATION", tmp_path / "nothing")
    assert score_dev.main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: ")


def test_scores_every_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    dev = tmp_path / "dev"
    dev.mkdir()
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    article = {"id": "a-1", "title": None, "body": "नेपाल के दूत आए।", "published_at": None}
    (dev / "own.articles.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    (dev / "own.gold.jsonl").write_text(json.dumps({"id": "a-1", "actors": [{"code": "NPL"}]}) + "\n", encoding="utf-8")
    monkeypatch.setattr(score_dev, "EVALUATION", tmp_path)
    assert score_dev.main(["--errors", "1"]) == 0
    out = capsys.readouterr().out
    assert "own: 1 articles" in out
    assert "all together: 1 articles" in out
    assert "F1 1.000" in out
    assert out.endswith("one error\n")
