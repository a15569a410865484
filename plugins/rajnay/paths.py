"""Where every file of the lake lies, as a function of table, news date, outlet and run. Builds all paths.

<root>/warc/<outlet>/<date>.<run>.warc.gz          raw pages, write-once
<root>/fetches/<date>/<outlet>.<run>.parquet       every attempt; the archive's index
<root>/warc/backfill/<file>.warc.gz                the wanted pages of one WARC file of others
<root>/fetches/<date>/backfill.<file>.parquet      the same, by night
<root>/backfills/<file>.parquet                    that file is done
<root>/<table>/<date>.parquet                      articles, rejects, clusters, actors, meetings, …
<root>/structures/<outlet>.json                    the skeleton of an outlet's page that was read well
<root>/steps/<date>/<step>.<outlet>.<run>.parquet  what each step did
<root>/warehouse/rajnay.duckdb                     published; the previous ones beside it
<root>/dbt_target/, <root>/docs/                   what dbt leaves; the static docs
<root>/sample_press_start                          the first day of the sample press's week
"""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # DAG files read the settings at each parse: nothing heavy may come in with them
    from scrapers.parquet import Table


@dataclass(frozen=True)
class Lake:
    """The folder that holds all data, and the rule where each file of it lies."""

    root: Path

    def warc(self, outlet: str, news_date: date, run_id: str) -> Path:
        """The WARC file of one outlet and run."""
        return self.root / "warc" / outlet / f"{news_date}.{run_id}.warc.gz"

    def fetches(self, outlet: str, news_date: date, run_id: str) -> Path:
        """The fetch attempts of one outlet and run."""
        return self.root / "fetches" / str(news_date) / f"{outlet}.{run_id}.parquet"

    def fetches_between(self, first: date, last: date, outlet: str = "*") -> list[Path]:
        """The finished fetches from ``first`` to ``last``, of one outlet or of all."""
        days = [self.fetches(outlet, day, "*") for day in _days(first, last)]
        return sorted(path for day in days for path in day.parent.glob(day.name))

    def crawled_days(self, first: date, last: date) -> list[date]:
        """The days from ``first`` to ``last`` on which something was fetched."""
        return [day for day in _days(first, last) if self.fetches("*", day, "*").parent.is_dir()]

    def journal(self, outlet: str, news_date: date, run_id: str) -> Path:
        """What a crawl has done so far, a line an attempt; there only while it runs, or after it was killed."""
        return self.root / "fetches" / str(news_date) / f"{outlet}.{run_id}.journal.jsonl"

    def journals(self, outlet: str) -> list[Path]:
        """The journals that killed crawls of an outlet left."""
        return sorted((self.root / "fetches").glob(f"*/{outlet}.*.journal.jsonl"))

    @staticmethod
    def fetches_of(journal: Path) -> Path:
        """The table of fetches that a journal becomes."""
        return journal.with_name(journal.name.replace(".journal.jsonl", ".parquet"))

    def structure(self, outlet: str) -> Path:
        """The skeleton of the outlet's page that was last read well."""
        return self.root / "structures" / f"{outlet}.json"

    def backfill(self, file_id: str) -> Path:
        """Says that a WARC file of others was read to its end, and what was in it."""
        return self.root / "backfills" / f"{file_id}.parquet"

    def backfills(self) -> list[Path]:
        """All that were."""
        return sorted(self.backfill("*").parent.glob("[!.]*.parquet"))

    def backfill_warc(self, file_id: str) -> Path:
        """The wanted pages of a WARC file of others."""
        return self.root / "warc" / "backfill" / f"{file_id}.warc.gz"

    def backfill_fetches(self, file_id: str, news_date: date) -> Path:
        """Their rows of one night."""
        return self.fetches("backfill", news_date, file_id)

    def backfill_rejects(self, file_id: str, news_date: date) -> Path:
        """Its stretches that nobody can read."""
        return self.rejects(f"backfill.{file_id}", news_date)

    def table(self, table: "Table", news_date: date) -> Path:
        """The rows of one table and news date; replaced whole on a rerun."""
        return self.root / table.name / f"{news_date}.parquet"

    def rejects(self, step: str, news_date: date) -> Path:
        """What a step set aside on one news date."""
        return self.root / "rejects" / f"{news_date}.{step}.parquet"

    def step(self, step: str, outlet: str | None, news_date: date, run_id: str) -> Path:
        """The report of one run of one step."""
        return self.root / "steps" / str(news_date) / f"{step}.{outlet or 'all'}.{run_id}.parquet"

    def steps(self, step: str = "*", outlet: str = "*", run_id: str = "*") -> list[Path]:
        """The reports there are: of a step, an outlet, a run, or of all."""
        return sorted((self.root / "steps").glob(f"*/{step}.{outlet}.{run_id}.parquet"))

    @property
    def sample_press_start(self) -> Path:
        """Remembers the first day of the sample press's week."""
        return self.root / "sample_press_start"

    @property
    def warehouse(self) -> Path:
        """The published DuckDB file: the only one that readers open."""
        return self.root / "warehouse" / "rajnay.duckdb"

    @property
    def build(self) -> Path:
        """The DuckDB file being written; becomes the published one by atomic replace."""
        return self.root / "warehouse" / "build.duckdb"

    @property
    def build_passed(self) -> Path:
        """Written when every model and test of the build file passed; what publishing asks for."""
        return self.root / "warehouse" / "build.passed.json"

    @property
    def dbt_target(self) -> Path:
        """Where dbt keeps its manifest, compiled SQL, run results and log for this lake."""
        return self.root / "dbt_target"

    @property
    def docs(self) -> Path:
        """The static documentation of the warehouse: one ``index.html``."""
        return self.root / "docs"


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
