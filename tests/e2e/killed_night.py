"""A night that kills itself (SIGKILL) at a chosen point: ``killed_night.py POINT NEWS_DATE``. Run by test_killed_nights."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dies_at_call(
    owner: Any, name: str, nth: int, *, after: bool = False, when: Callable[..., bool] = lambda *a, **k: True
) -> None:
    """Let the nth call of ``owner.name`` (of those that ``when`` counts) kill the process, before or after its work."""
    original, calls = getattr(owner, name), 0

    def wrapped(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += bool(when(*args, **kwargs))
        if calls == nth and not after:
            die()
        result = original(*args, **kwargs)
        if calls == nth:
            die()
        return result

    setattr(owner, name, wrapped)


def arrange(point: str) -> None:
    import scrapers.journal
    import scrapers.parquet
    from rajnay import steps

    if point == "inside a crawl, page archived but not noted":
        dies_at_call(scrapers.journal.Journal, "add", 30, when=lambda self, row: row["kind"] == "page")
    elif point == "between two crawls":
        dies_at_call(steps, "crawl_outlet", 3, after=True)
    elif point == "inside extract_text, half a file written":
        dies_at_call(scrapers.parquet.os, "replace", 1, when=lambda source, target: "articles" in str(target))
    elif point == "between dedup and facts":
        dies_at_call(steps, "dedup", 1, after=True)
    elif point == "inside facts":
        import rajnay.facts.extract

        dies_at_call(rajnay.facts.extract, "extract", 20)
    elif point == "inside load, in its transaction":
        import rajnay.warehouse.load

        dies_at_call(rajnay.warehouse.load, "_replace_outlets", 1, after=True)
    elif point == "inside build, dbt at work":
        import rajnay.warehouse.build

        original = rajnay.warehouse.build.run_dbt

        def run_dbt(*args: Any, **kwargs: Any) -> Any:
            threading.Timer(4.0, die).start()
            return original(*args, **kwargs)

        rajnay.warehouse.build.run_dbt = run_dbt
    elif point == "between build and publish":
        dies_at_call(steps, "build", 1, after=True)
    elif point == "inside publish":
        dies_at_call(os, "replace", 1, when=lambda source, target: str(target).endswith("rajnay.duckdb"))
    elif point != "never":
        raise SystemExit(f"no point {point!r}")


if __name__ == "__main__":
    from rajnay.night import nightly
    from rajnay.settings import from_environment

    arrange(sys.argv[1])
    nightly(from_environment(), sys.argv[2])
