"""``rajnay``: every step alone, without Airflow; and reading what came out."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rajnay.settings import SettingError, day, from_environment, given_or_news_day
from rajnay.steps import NightFailed, OutletFailed, new_run_id, watched
from rajnay.warehouse.errors import WarehouseError
from scrapers.parquet import TableError
from scrapers.warc_source import SourceError

app = typer.Typer(
    help="Hindi news to facts: who met whom, who agreed what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
archive_app = typer.Typer(no_args_is_help=True, help="What the archive holds. Reading it anew: `rajnay reprocess`.")
app.add_typer(archive_app, name="archive")
Day = Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="News day (IST). Default: today's.")]
Press = Annotated[
    str | None, typer.Option(metavar="sample|live|FILE,…", help="What is read. Default: RAJNAY_PRESS, else sample.")
]


def main() -> None:
    """Run the command line; errors that a user can mend are one line, not a traceback."""
    try:
        app()
    except (
        SettingError,
        NightFailed,
        OutletFailed,
        WarehouseError,
        TableError,
        SourceError,
        OSError,
        ValueError,
    ) as error:
        print(f"rajnay: {error}", file=sys.stderr)
        sys.exit(1)


def _run(name: str, date: str | None) -> None:
    from rajnay.night import run_step

    about = given_or_news_day(date, datetime.now(UTC))
    run_step(from_environment().lake, {"news_date": str(about), "run_id": new_run_id()}, name)


@app.command()
def crawl(
    outlet: Annotated[list[str] | None, typer.Argument(help="Names of outlets. Default: all of the press.")] = None,
    date: Day = None,
    press: Press = None,
) -> None:
    """Fetch what outlets list and the archive lacks."""
    from rajnay.night import crawl_one, plan_night

    settings = from_environment().with_press(press)
    plan = plan_night(settings, date, datetime.now(UTC))
    if unknown := set(outlet or ()) - set(plan["outlets"]):
        raise SettingError(f"no outlet {', '.join(sorted(unknown))}; there are {', '.join(plan['outlets'])}")
    failed = []
    for name in watched(outlet or plan["outlets"], "crawl"):
        try:
            crawl_one(settings, plan, name)
        except OutletFailed as error:
            failed.append(str(error))
    if failed:
        raise OutletFailed("; ".join(failed))


@app.command(name="extract-text")
def extract_text(date: Day = None) -> None:
    """Archived pages → clean Hindi articles, or rejects with reasons."""
    _run("extract_text", date)


@app.command()
def dedup(date: Day = None) -> None:
    """Put the day's articles into near-duplicate clusters."""
    _run("dedup", date)


@app.command()
def facts(date: Day = None) -> None:
    """Read actors, meetings and agreements from the day's articles."""
    _run("facts", date)


@app.command()
def events(date: Day = None) -> None:
    """Link the day's facts to real-world actors and events."""
    _run("events", date)


@app.command()
def load(
    date: Day = None,
    every_day: Annotated[bool, typer.Option("--all", help="Every day of the lake, from scratch.")] = False,
) -> None:
    """Put the day into the build file of the warehouse."""
    from rajnay import steps

    about = None if every_day else given_or_news_day(date, datetime.now(UTC))
    steps.load(from_environment().lake, about, new_run_id())


@app.command()
def build(date: Day = None) -> None:
    """One dbt build on the build file: models and tests."""
    _run("build", date)


@app.command()
def publish(date: Day = None) -> None:
    """Make the tested build file the published warehouse."""
    _run("publish", date)


@app.command()
def nightly(date: Day = None, press: Press = None) -> None:
    """All steps of a night, in this process, without Airflow; then what was found."""
    from rajnay.night import nightly as run_night

    run_night(from_environment().with_press(press), date)
    report()


@app.command()
def reprocess(first: str, last: str) -> None:
    """From the archive, without network: the days FIRST to LAST again, then the warehouse anew."""
    from rajnay.night import reprocess as again

    again(from_environment().lake, day(first, "FIRST"), day(last, "LAST"), new_run_id())


@app.command()
def backfill(
    source: Annotated[
        str, typer.Argument(help="A WARC file, a folder or s3:// prefix of them, or a list (.paths.gz).")
    ],
    hosts: Annotated[str, typer.Option(metavar="HOST,…", help="Whose pages. Default: the real outlets'.")] = "",
) -> None:
    """Old pages from WARC files of others, CC-NEWS for one: read like a night's, then the warehouse anew."""
    from rajnay.backfill import backfill as run_backfill

    run_backfill(from_environment().lake, source, [host.strip() for host in hosts.split(",") if host.strip()])


@archive_app.command(name="list")
def archive_list(
    outlet: Annotated[str | None, typer.Argument(help="Its name, or backfill. Default: all.")] = None,
) -> None:
    """WARC files by outlet and run: pages, unchanged pages, size."""
    from rajnay.archive import print_files, warc_files

    print_files(warc_files(from_environment().lake, outlet), Console())


@archive_app.command(name="show")
def archive_show(url: str) -> None:
    """Every capture of a URL: when, what came, its headers, where it lies, what became of it."""
    from rajnay.archive import captures, print_captures

    print_captures(captures(from_environment().lake, url), Console())


@app.command()
def report() -> None:
    """What the last night found: a table, and three commands to try next."""
    from rajnay.report import print_report

    print_report(from_environment().lake, Console())


@app.command()
def sql(statement: Annotated[str | None, typer.Argument(help="One query. Default: a prompt.")] = None) -> None:
    """Query the published warehouse, read-only."""
    from rajnay.warehouse.sql import prompt, query, show

    lake, console = from_environment().lake, Console()
    if statement is None:
        prompt(lake, console)
    else:
        show(query(lake, statement), console)


@app.command()
def search(words: Annotated[list[str], typer.Argument(help="In any spelling: ट्रंप finds ट्रम्प.")]) -> None:
    """Search titles and sentences of the published warehouse."""
    from rajnay.warehouse.search import search as find
    from rajnay.warehouse.sql import show

    show(find(from_environment().lake, " ".join(words)), Console())


@app.command()
def ask(
    name: Annotated[str | None, typer.Argument(help="A question. Default: lists them.")] = None,
    given: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="A parameter of the question.")
    ] = None,
) -> None:
    """Ask the published warehouse one of the questions of dbt_project/analyses."""
    from rajnay.warehouse.ask import ask as put
    from rajnay.warehouse.ask import question, questions
    from rajnay.warehouse.sql import show

    console = Console()
    if name is None:
        for one in questions():
            console.print(f"[bold]{one.name}[/]  {one.english}\n    {one.hindi}", highlight=False)
            for parameter, meaning in one.parameters.items():
                console.print(f"    --set {parameter}=…  {meaning}", style="dim", markup=False, highlight=False)
        return
    pairs = [text.partition("=") for text in given or ()]
    if wrong := [parameter for parameter, sign, _ in pairs if not sign]:
        raise WarehouseError(f"--set wants NAME=VALUE, not {wrong[0]}")
    asked = question(name)
    answer = put(from_environment().lake, name, {parameter: value for parameter, _, value in pairs})
    console.print(f"{asked.english}\n{asked.hindi}", style="bold", markup=False, highlight=False)
    show(answer, console)
    console.print(asked.reading, style="dim", markup=False, highlight=False)


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="plover|cameo|csv|parquet|jsonld", help="For which programs.")],
    folder: Annotated[Path, typer.Argument(help="Where the files go.")],
) -> None:
    """Write the published warehouse as files: facts and short quotations, no article's text."""
    from rajnay.warehouse.export import export as write

    for path in write(from_environment().lake, form, folder):
        print(path)


@app.command()
def docs() -> None:
    """Make the warehouse's manual: one static HTML file."""
    from rajnay.warehouse.docs import write_docs

    print(write_docs(from_environment().lake))


@app.command()
def extract(
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="Articles: id, published_at, title, body.")],
    out: Annotated[Path, typer.Option(metavar="OUT.jsonl", help="Facts, a line an article.")],
) -> None:
    """Articles in, facts out, in the form of the evaluation guidelines."""
    from rajnay.facts.extract import extract as read_facts
    from rajnay.facts.json_form import as_json
    from rajnay.given import read_articles

    articles = list(read_articles(source))
    with out.open("w", encoding="utf-8") as file:
        for article in watched(articles, "extract"):
            file.write(json.dumps(as_json(article, read_facts(article)), ensure_ascii=False) + "\n")
    print(f"{len(articles)} articles of {source} read; their facts are in {out}", file=sys.stderr)


@app.command()
def explain(
    source: Annotated[str, typer.Argument(metavar="FILE_OR_URL", help="Articles (JSONL), a saved page, or a URL.")],
    html: Annotated[Path | None, typer.Option(metavar="OUT.html", help="Write it as one HTML page too.")] = None,
) -> None:
    """An article with its facts, their spans and rules, and what was discarded and why."""
    from rajnay.explain.page import explain_all
    from rajnay.explain.source import articles_of
    from rajnay.explain.terminal import print_explained
    from rajnay.facts.extract import extract as read_facts

    read = [(article, read_facts(article)) for article in articles_of(source, from_environment().contact)]
    if html:
        html.write_text(explain_all(read), encoding="utf-8")
    for article, found in read:
        print_explained(article, found, Console())
