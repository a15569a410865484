"""The steps on bad input: each ends in a row with a reason, or in a message that names the file."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rajnay import steps
from rajnay.article_rows import article_id
from rajnay.contracts import ARTICLES, CLUSTERS, REJECTS, STEPS
from rajnay.paths import Lake
from rajnay.press import open_press
from rajnay.settings import from_environment
from scrapers import parquet
from scrapers.archive import ArchiveWriter, read_page_at
from scrapers.http_client import Exchange
from scrapers.parquet import Table, TableError
from scrapers.tables import FETCHES

NIGHT = date(2026, 11, 24)
RUN = "20261124T190000Z"


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake after the crawl of one outlet."""
    data = tmp_path_factory.mktemp("lake")
    settings = from_environment({"RAJNAY_DATA": str(data)})
    with open_press(settings, NIGHT) as press:
        steps.crawl_outlet(settings.lake, press.outlets["prabhat_vani"], NIGHT, RUN, contact="x", proxy=press.proxy)
    return data


@pytest.fixture
def lake(crawled: Path, tmp_path: Path) -> Lake:
    shutil.copytree(crawled, tmp_path / "lake")
    return Lake(tmp_path / "lake")


def report(lake: Lake, step: str, run: str = RUN, outlet: str | None = None) -> dict:
    (row,) = parquet.read(lake.step(step, outlet, NIGHT, run), STEPS)
    return row


def test_every_step_leaves_its_report(lake: Lake) -> None:
    crawl = report(lake, "crawl", outlet="prabhat_vani")
    assert crawl["outcome"] == "done"
    assert crawl["n_out"] > 5
    steps.extract_text(lake, NIGHT, RUN)
    done = report(lake, "extract-text")
    assert done["n_in"] == crawl["n_out"] == done["n_out"] + done["n_rejected"]


def test_articles_know_their_way_back_to_the_raw_text(lake: Lake) -> None:
    steps.extract_text(lake, NIGHT, RUN)
    for row in parquet.read(lake.table(ARTICLES, NIGHT), ARTICLES):
        assert row["text"] == f"{row['title']}\n{row['body']}"
        assert row["n_chars"] == len(row["text"])
        assert row["article_id"] == article_id(row["url_canonical"])
        assert row["published_at"] is not None
        first, last = row["body_map"][0], row["body_map"][-1]
        assert first["clean_start"] == 0
        assert last["clean_start"] == len(row["body"])
        assert last["raw_end"] <= len(row["raw_body"])


def test_a_broken_archive_is_a_reject_and_the_rest_goes_on(lake: Lake) -> None:
    (warc,) = lake.root.glob("warc/*/*.warc.gz")
    size = warc.stat().st_size
    with warc.open("r+b") as file:  # the second half is lost
        file.truncate(size // 2)
    steps.extract_text(lake, NIGHT, RUN)
    kept = parquet.read(lake.table(ARTICLES, NIGHT), ARTICLES)
    lost = [row for row in parquet.read(lake.rejects("extract-text", NIGHT), REJECTS) if row["reason"] == "error"]
    assert kept
    assert lost
    assert all(warc.name in row["detail"] for row in lost)


def test_a_page_fetched_twice_is_one_article(lake: Lake) -> None:
    (fetches,) = lake.root.glob("fetches/*/*.parquet")
    shutil.copy(fetches, fetches.with_name("prabhat_vani.again.parquet"))
    done = steps.extract_text(lake, NIGHT, RUN)
    assert done.n_in == report(lake, "crawl", outlet="prabhat_vani")["n_out"]


def test_an_article_of_an_earlier_night_is_not_taken_twice(lake: Lake) -> None:
    steps.extract_text(lake, NIGHT, RUN)
    before = parquet.read(lake.table(ARTICLES, NIGHT), ARTICLES)
    rows = parquet.read(list(lake.root.glob("fetches/*/*.parquet")), FETCHES)
    next_day = date(2026, 11, 25)
    parquet.write(lake.fetches("prabhat_vani", next_day, RUN), FETCHES, [row | {"news_date": next_day} for row in rows])
    steps.extract_text(lake, next_day, RUN)
    assert parquet.read(lake.table(ARTICLES, next_day), ARTICLES) == []
    reasons = {row["reason"] for row in parquet.read(lake.rejects("extract-text", next_day), REJECTS)}
    assert "duplicate_url" in reasons
    assert parquet.read(lake.table(ARTICLES, NIGHT), ARTICLES) == before


def test_a_page_visited_again_is_a_new_version_only_where_its_text_changed(lake: Lake) -> None:
    steps.extract_text(lake, NIGHT, RUN)
    steps.dedup(lake, NIGHT, RUN)
    before = {row["url"]: row for row in parquet.read(lake.table(ARTICLES, NIGHT), ARTICLES)}
    clusters = {row["article_id"]: row for row in parquet.read(lake.table(CLUSTERS, NIGHT), CLUSTERS)}
    rows = parquet.read(list(lake.root.glob("fetches/*/*.parquet")), FETCHES)
    taken = [row for row in rows if row["outcome"] == "taken" and row["url"] in before][:2]
    # The first as it was; the second with the page of a third report at its address.
    other = next(row for row in rows if row["outcome"] == "taken" and row["url"] in before and row not in taken)
    same, changed = taken
    bytes_of_other = read_page_at(lake.root / other["warc_file"], other["warc_offset"], other["warc_length"]).body
    page = read_page_at(lake.root / changed["warc_file"], changed["warc_offset"], changed["warc_length"]).body
    old, new = (before[row["url"]]["body"].split("\n")[0].encode() for row in (changed, other))
    assert old in page
    assert new in bytes_of_other
    next_day = date(2026, 11, 25)
    with ArchiveWriter(lake.warc("prabhat_vani", next_day, RUN)) as archive:
        exchange = Exchange(
            changed["url"], changed["url"], "taken", "", datetime.now(UTC), 0.1, 200, {"content-type": changed["content_type"]},
            page.replace(old, new),
        )  # fmt: skip
        place = archive.write(exchange)
    warc_file = str(lake.warc("prabhat_vani", next_day, RUN).relative_to(lake.root))
    again = {"kind": "revisit", "news_date": next_day, "listed_at": None}
    moved = {"warc_file": warc_file, "warc_offset": place.offset, "warc_length": place.length}
    parquet.write(lake.fetches("prabhat_vani", next_day, RUN), FETCHES, [same | again, changed | again | moved])
    steps.extract_text(lake, next_day, RUN)
    (version,) = parquet.read(lake.table(ARTICLES, next_day), ARTICLES)
    (reject,) = parquet.read(lake.rejects("extract-text", next_day), REJECTS)
    was = before[changed["url"]]
    assert version["article_id"] == was["article_id"]
    assert version["text"] != was["text"]
    assert version["published_at"] == was["published_at"]
    assert (reject["url"], reject["reason"]) == (same["url"], "unchanged")
    # It is no copy of the version before it.
    steps.dedup(lake, next_day, RUN)
    (cluster,) = parquet.read(lake.table(CLUSTERS, next_day), CLUSTERS)
    assert cluster["cluster_id"] == clusters[was["article_id"]]["cluster_id"]


def test_a_night_without_articles_goes_through(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    for step in (steps.extract_text, steps.dedup, steps.facts, steps.events):
        step(lake, NIGHT, RUN)
    assert parquet.read(lake.table(CLUSTERS, NIGHT), CLUSTERS) == []


def test_a_file_of_another_version_is_refused_by_name_and_the_step_reported_red(lake: Lake) -> None:
    steps.extract_text(lake, NIGHT, RUN)
    path = lake.table(ARTICLES, NIGHT)
    parquet.write(path, Table("articles", 0, "old", ARTICLES.columns), [])
    with pytest.raises(TableError, match=rf"{path}.*version 0.*rerun"):
        steps.dedup(lake, NIGHT, RUN)
    assert report(lake, "dedup")["outcome"] == "failed"
    assert str(path) in report(lake, "dedup")["detail"]


def test_a_half_written_file_is_refused_by_name(lake: Lake) -> None:
    steps.extract_text(lake, NIGHT, RUN)
    path = lake.table(ARTICLES, NIGHT)
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(TableError, match=rf"{path}: not a readable Parquet file"):
        steps.dedup(lake, NIGHT, RUN)


def test_no_disk_leaves_the_old_file(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    steps.extract_text(lake, NIGHT, RUN)
    path = lake.table(ARTICLES, NIGHT)
    before = path.read_bytes()

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("scrapers.parquet.pq.write_table", full)
    with pytest.raises(OSError, match="No space left"):
        steps.extract_text(lake, NIGHT, RUN)
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*partial"))


def test_the_night_stops_when_most_outlets_failed(lake: Lake) -> None:
    with pytest.raises(steps.NightFailed, match=r"only 1 of 3.*lokswar: its crawl left no report"):
        steps.check_crawl(lake, NIGHT, RUN, ["prabhat_vani", "lokswar", "setu_news"])
    assert report(lake, "check")["outcome"] == "failed"


def test_half_of_the_outlets_are_enough(lake: Lake) -> None:
    done = steps.check_crawl(lake, NIGHT, RUN, ["prabhat_vani", "lokswar"])
    assert (done.n_in, done.n_out) == (2, 1)
    assert "lokswar" in done.detail


def test_a_cleared_crawl_does_not_overwrite_what_it_fetched(lake: Lake) -> None:
    taken = {
        row["url"]
        for row in parquet.read(list(lake.root.glob("fetches/*/*.parquet")), FETCHES)
        if row["outcome"] == "taken"
    }
    settings = from_environment({"RAJNAY_DATA": str(lake.root)})
    with open_press(settings, NIGHT) as press:
        done = steps.crawl_outlet(lake, press.outlets["prabhat_vani"], NIGHT, RUN, contact="x", proxy=press.proxy)
    assert done.n_out == 0
    files = list(lake.root.glob("fetches/*/*.parquet"))
    assert len(files) == 2
    assert taken <= {row["url"] for row in parquet.read(files, FETCHES) if row["outcome"] == "taken"}


def test_run_ids_sort_by_time() -> None:
    assert steps.new_run_id(datetime(2026, 11, 24, 19, 0, tzinfo=UTC)) == RUN
