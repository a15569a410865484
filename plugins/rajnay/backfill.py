"""Old pages from WARC files of others (Common Crawl's CC-NEWS and its like), down the same road as a night's.

    plan → read each file: its wanted pages into the archive → read each night they belong to → the warehouse anew

A page belongs to the night that would have fetched it when it was captured: the IST day of its WARC-Date, until 6 in
the morning the day before. Its articles, facts and events lie there beside those of our own crawl.
"""

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from rajnay import steps
from rajnay.contracts import EVENT_ASSIGNMENTS, REJECTS
from rajnay.night import read_days, rebuild
from rajnay.paths import Lake
from rajnay.settings import news_day
from scrapers import parquet
from scrapers.archive import TRUNCATED, ArchiveWriter
from scrapers.http_client import Exchange
from scrapers.page import RawPage
from scrapers.registry import every_outlet
from scrapers.tables import BACKFILLS, FETCHES
from scrapers.wanted_pages import Damage, Found, Hosts, WantedPages
from scrapers.warc_source import SourceError, WarcSource, addresses, file_name, source_at


def plan_backfill(source: str, hosts: Sequence[str]) -> dict[str, Any]:
    """A back-fill's plan as JSON-ready values: run_id, hosts, addresses.

    Raises SourceError where there are no files, ValueError for a host that is none.
    """
    wanted_hosts(hosts)
    return {"run_id": steps.new_run_id(), "hosts": list(hosts), "addresses": addresses(source)}


def wanted_hosts(hosts: Sequence[str]) -> Hosts:
    """Those given, else the real outlets', retired ones too."""
    return Hosts({name: outlet for name, outlet in every_outlet().items() if not outlet.is_sample}, hosts)


def read_file(lake: Lake, address: str, hosts: Sequence[str], run_id: str) -> steps.StepReport:
    """Take the wanted pages of one WARC file into the archive. A file that is done is left; a killed one starts anew.

    Raises SourceError where it cannot be read to its end. A stretch that is damaged is a reject, and is passed over.
    """
    with steps.reporting(lake, "backfill", news_day(datetime.now(UTC)), run_id, file_name(address)) as report:
        source = source_at(address)
        if (marker := lake.backfill(file_id := _file_id(source, hosts))).exists():
            done = parquet.read(marker, BACKFILLS)[0]
            report.n_in, report.n_out, report.detail = done["n_records"], done["n_kept"], f"done by {done['run_id']}"
        else:
            done = _taken(lake, source, file_id, hosts, run_id)
            parquet.write(marker, BACKFILLS, [done])
            report.n_in, report.n_out = done["n_records"], done["n_kept"]
            report.detail = ", ".join(f"{n} {why}" for why, n in done["left_out"])
            if done["n_damages"]:
                report.detail += f"; damaged in {done['n_damages']} places, see rejects"
        report.n_rejected = report.n_in - report.n_out
        report.detail = f"{address}: {report.detail}"
    return report


def read_nights(lake: Lake, plan: Mapping[str, Any]) -> list[date]:
    """Read the nights to which the plan's files gave pages and that were not read since; all its nights.

    Raises NightFailed where not one of the files could be read.
    """
    wanted = set(plan["addresses"])
    done = [
        (path, row) for path in lake.backfills() for row in parquet.read(path, BACKFILLS) if row["address"] in wanted
    ]
    if not done:
        raise steps.NightFailed(f"none of {len(wanted)} WARC files could be read; their tasks say why")
    read_at: dict[date, int] = {}
    for path, row in done:
        for about in row["news_dates"]:
            read_at[about] = max(read_at.get(about, 0), path.stat().st_mtime_ns)
    last_step = {about: lake.table(EVENT_ASSIGNMENTS, about) for about in read_at}
    stale = [day for day, path in last_step.items() if not path.exists() or path.stat().st_mtime_ns <= read_at[day]]
    read_days(lake, stale, plan["run_id"])
    return sorted(read_at)


def backfill(lake: Lake, source: str, hosts: Sequence[str]) -> None:
    """All of it, one after the other, without Airflow. What failed is raised as SourceError after all else is done."""
    plan = plan_backfill(source, hosts)
    failed = []
    for address in plan["addresses"]:
        try:
            read_file(lake, address, hosts, plan["run_id"])
        except SourceError as error:
            failed.append(str(error))
    if len(failed) < len(plan["addresses"]):
        publish(lake, plan)
    if failed:
        raise SourceError(f"{len(failed)} of {len(plan['addresses'])} files could not be read: {'; '.join(failed)}")


def publish(lake: Lake, plan: Mapping[str, Any]) -> None:
    """The nights read and the warehouse rebuilt, tested and published."""
    nights = read_nights(lake, plan)
    if nights:
        rebuild(lake, nights[-1], plan["run_id"])
    else:
        steps.say("backfill: no page of the wanted hosts is in these files; the warehouse stays as it is")


def _file_id(source: WarcSource, hosts: Sequence[str]) -> str:
    """The file in its present state, read for these hosts: for others it is read again."""
    if not hosts:
        return source.file_id
    return f"{source.file_id}-{sha256(' '.join(sorted(hosts)).encode()).hexdigest()[:8]}"


def _taken(lake: Lake, source: WarcSource, file_id: str, hosts: Sequence[str], run_id: str) -> dict[str, Any]:
    """Archive the wanted pages of a file and write their rows; the file's own row."""
    started = datetime.now(UTC)
    warc = lake.backfill_warc(file_id)
    partial = warc.with_name(f".{warc.name}.partial")
    partial.unlink(missing_ok=True)  # a killed one starts anew
    pages = WantedPages(source, wanted_hosts(hosts))
    fetches: dict[date, dict[tuple[str, datetime], dict[str, Any]]] = {}
    damages: list[Damage] = []
    with ArchiveWriter(partial, max_bytes=sys.maxsize) as archive:  # one file for one file
        for found in pages:
            if isinstance(found, Damage):
                damages.append(found)
                continue
            place = archive.write(_exchange(found.page))
            about = news_day(found.page.fetched_at)
            row = _row(found, source.address, run_id, about) | {
                "warc_file": str(warc.relative_to(lake.root)),
                "warc_offset": place.offset,
                "warc_length": place.length,
            }
            fetches.setdefault(about, {})[found.page.url, found.page.fetched_at] = row
    partial.replace(warc)
    for about, rows in fetches.items():
        parquet.write(lake.backfill_fetches(file_id, about), FETCHES, rows.values())
    night = min(fetches, default=news_day(pages.first_at or started))
    if damages:
        rejects = [_reject(damage, source.address, night) for damage in damages]
        parquet.write(lake.backfill_rejects(file_id, night), REJECTS, rejects)
    return {
        "run_id": run_id,
        "address": source.address,
        "n_bytes": source.n_bytes,
        "sha256": pages.sha256,
        "n_records": pages.counts.total(),
        "n_kept": pages.counts["kept"],
        "n_damages": len(damages),
        "left_out": [(why, n) for why, n in sorted(pages.counts.items()) if why != "kept" and n],
        "news_dates": sorted(fetches),
        "seconds": (datetime.now(UTC) - started).total_seconds(),
    }


def _exchange(page: RawPage) -> Exchange:
    headers = {name: value for name, value in page.headers.items() if name != TRUNCATED}
    return Exchange(
        page.url, page.final_url, "taken", "", page.fetched_at, 0.0, page.status, headers, page.body,
        truncated=TRUNCATED in page.headers,
    )  # fmt: skip


def _row(found: Found, address: str, run_id: str, about: date) -> dict[str, Any]:
    page = found.page
    return dict.fromkeys(FETCHES.columns) | {
        "run_id": run_id,
        "outlet": found.outlet,
        "news_date": about,
        "kind": "page",
        "url": page.url,
        "requested_at": page.fetched_at,
        "outcome": "taken",
        "detail": f"{address}, byte {found.offset}",
        "status": page.status,
        "final_url": page.final_url,
        "content_type": page.headers.get("content-type"),
        "n_bytes": len(page.body),
        "etag": page.headers.get("etag"),
        "last_modified": page.headers.get("last-modified"),
        "payload_sha256": sha256(page.body).hexdigest(),
    }


def _reject(damage: Damage, address: str, night: date) -> dict[str, Any]:
    until = "its end" if damage.end is None else f"byte {damage.end}"
    return dict.fromkeys(REJECTS.columns) | {
        "news_date": night,
        "step": "backfill",
        "url": address,
        "reason": "error",
        "detail": f"{address}: unreadable from byte {damage.start} to {until}: {damage.why}",
        "warc_offset": damage.start,
    }
