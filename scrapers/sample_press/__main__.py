"""Serve the sample press and say where: ``python -m scrapers.sample_press --date YYYY-MM-DD``."""

import argparse
import signal
from datetime import date, timedelta

from scrapers.sample_press.edition import week
from scrapers.sample_press.report import DAYS
from scrapers.sample_press.server import Press


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m scrapers.sample_press", description="Serve the sample press.")
    parser.add_argument("--date", type=date.fromisoformat, required=True, help="the news date, YYYY-MM-DD")
    parser.add_argument(
        "--start", type=date.fromisoformat, help=f"the press's first day (default: {DAYS - 1} days before the date)"
    )
    parser.add_argument("--port", type=int, default=0, help="0 (default) takes a free one")
    given = parser.parse_args()
    try:
        edition = week(given.date, given.start or given.date - timedelta(days=DAYS - 1))
    except ValueError as error:
        parser.error(str(error))
    # Held back and waited for: caught otherwise, one that comes just before the waiting would be lost.
    ends = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    with Press(edition, given.port) as press:
        print(f"{len(edition.stories)} stories of {len(edition.outlets)} outlets at {press.address}", flush=True)
        print(f'In a browser open that address; a crawler takes it as proxy: {{"http": "{press.address}"}}', flush=True)
        signal.sigwait(ends)
    print("closed")


if __name__ == "__main__":
    main()
