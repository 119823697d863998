"""Fields out of text, against labelled postings: places, remote, pay, level, years, skills.

    PYTHONPATH=src .venv/bin/python benchmarks/extraction.py [--misses FIELD]

Reads `shared/data/labelled` beside the repository, in place; says so and ends where it is absent. The labels are good,
not gospel: three votes of models and an audit. A figure counts rows: `gold` have a value in the labels, `said` have one
from the reader, `right` are equal. Precision is right of said, recall is right of gold (which is the accuracy over rows
with a gold value, an unread one being wrong), `all` is the share of all rows where both agree, also on nothing. Cities
are compared as cities of the gazetteer, countries by code, pay by both bounds and period, remote by yes (remote or
hybrid) and no; as most postings leave unsaid that they are not remote, the second row of it takes silence for no.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import report
from jobfinder.model import Posting, Remote, Salary
from jobfinder.read.feed_item import Setting, posting_of
from jobfinder.read.gazetteer import cities, country, plain
from jobfinder.read.level import Level, parse_level
from jobfinder.read.places import place
from jobfinder.read.salary import parse_salary
from jobfinder.read.skills import mentions, skill_name
from jobfinder.read.values import Object
from jobfinder.read.years import parse_years

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "labelled"
LANGUAGES = {"": "en", "de_": "de", "es_": "es", "fr_": "fr"}
POSTINGS = ("postings_gold.jsonl", "postings_bench.jsonl.gz")
RIVAL = {"city": 0.94, "country": 0.86, "remote": 0.88, "salary": 0.82, "level": 0.75, "years": 0.78}
"""What a public extractor reaches on comparable data: accuracy over rows with a gold value."""
NOTHING = (None, "unknown")
HEAD = ("field", "file", "lang", "rows", "gold", "said", "right", "precision", "recall", "all", "rival")


class Read(NamedTuple):
    """One row: what the labels say, what was read, and the text, to be shown where they differ."""

    gold: object
    said: object
    text: str


def main() -> None:
    """Measure and print; with a field named, its wrong rows too."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", metavar="FIELD", help="print the rows of this field that differ")
    wanted = parser.parse_args().misses
    if not FOLDER.exists():
        print(f"labelled data is not here: {FOLDER}; nothing was measured")
        return
    report.heading("Fields out of text, against shared/data/labelled")
    report.note("precision: right of said. recall: right of gold, which is accuracy over rows with a gold value.")
    report.note("all: both agree, also on nothing. rival: what a public extractor reaches (accuracy over gold rows).")
    measured = [*snippets(), *whole_postings()]
    report.table(HEAD, [line(field, file, language, rows) for field, file, language, rows in measured])
    report.heading("All files together")
    report.table(HEAD, [line(field, "all", "all", rows) for field, rows in together(measured).items()])
    skills()
    report.note("no reader yet: degree, sponsorship, sector")
    for field, file, _, rows in measured:
        if field == wanted:
            differing(file, rows)


def together(measured: list[tuple[str, str, str, list[Read]]]) -> dict[str, list[Read]]:
    """The rows of every field, of all files."""
    found: dict[str, list[Read]] = {}
    for field, _, _, rows in measured:
        found.setdefault(field, []).extend(rows)
    return found


def line(field: str, file: str, language: str, rows: list[Read]) -> tuple[str, ...]:
    """The figures of one field of one file."""
    gold = sum(row.gold not in NOTHING for row in rows)
    said = sum(row.said not in NOTHING for row in rows)
    right = sum(row.gold == row.said and row.gold not in NOTHING for row in rows)
    agreed = sum(row.gold == row.said or (row.gold in NOTHING and row.said in NOTHING) for row in rows)
    counts = (str(len(rows)), str(gold), str(said), str(right))
    shares = (share(right, said), share(right, gold), share(agreed, len(rows)))
    rival = RIVAL.get(field.partition(",")[0])
    return field, file, language, *counts, *shares, f"{rival:.2f}" if rival else ""


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def differing(file: str, rows: list[Read]) -> None:
    report.heading(f"Differing rows of {file}")
    for row in rows:
        if row.gold != row.said and not (row.gold in NOTHING and row.said in NOTHING):
            print(f"{row.said!r} for {row.gold!r}: {row.text[:300]}")


def labelled(name: str) -> list[dict[str, Any]]:
    """The rows of one file."""
    path = FOLDER / name
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(row) for row in body.splitlines()]


# ---------------------------------------------------------------- single fields


def snippets() -> Iterator[tuple[str, str, str, list[Read]]]:
    """The files of one field each."""
    places = [(row, place(row["location_raw"])) for row in labelled("geo.jsonl")]
    yield "city", "geo", "en", [Read(city(r["city"]), city(p.city), r["location_raw"]) for r, p in places]
    yield "country", "geo", "en", [Read(land(r["country"]), p.country, r["location_raw"]) for r, p in places]
    yield "level", "level", "en", [Read(*levels(row, row["title"]), row["title"]) for row in labelled("level.jsonl")]
    for prefix, language in LANGUAGES.items():
        yield from pay(f"{prefix}salary", language)
    for prefix, language in LANGUAGES.items():
        yield "years", f"{prefix}yoe", language, [years(row) for row in labelled(f"{prefix}yoe.jsonl")]


def pay(name: str, language: str) -> Iterator[tuple[str, str, str, list[Read]]]:
    rows = labelled(f"{name}.jsonl")
    read = [Read(stated(row["expect"]), found(parse_salary(row["text"])), row["text"]) for row in rows]
    yield "salary", name, language, read


def city(name: str | None) -> str | None:
    """A city by its inhabitants, so that Munich is München; an unknown one by its name."""
    if not name:
        return None
    known = cities(name)
    return str(known[0]) if known else plain(name)


def land(name: str | None) -> str | None:
    return country(name) if name else None


def levels(row: dict[str, Any], title: str) -> tuple[str | None, str | None]:
    """The level in the labels, in our vocabulary, and the one read from the title."""
    read = parse_level(title)
    return known_level(row["level"]), read.value if read else None


def known_level(name: str | None) -> str | None:
    return None if name in NOTHING else Level(name).value


def stated(expected: dict[str, Any] | None) -> tuple[object, ...] | None:
    """Pay as the labels have it: minimum, maximum, period, currency where one is stated."""
    if not expected:
        return None
    return expected["min"], expected["max"], expected["interval"]


def found(salary: Salary | None) -> tuple[object, ...] | None:
    return (salary.min, salary.max, salary.period) if salary else None


def years(row: dict[str, Any]) -> Read:
    read, wanted = parse_years(row["text"]), row["expect"]
    gold = (wanted["min"], wanted["max"]) if wanted else None
    return Read(gold, (read.min, read.max) if read else None, row["text"])


# ---------------------------------------------------------------- whole postings


def whole_postings() -> Iterator[tuple[str, str, str, list[Read]]]:
    """Postings as a feed would bring them: title, place, text, and pay where the source has a field for it."""
    for name in POSTINGS:
        rows = [(row, row["gold"]) for row in labelled(name)]
        read = [(row, gold, posting(row, pay=True)) for row, gold in rows]
        bare = [(row, gold, posting(row, pay=False)) for row, gold in rows]
        file = name.partition(".")[0]
        for field, column in COLUMNS.items():
            yield field, file, "all", [Read(*column(gold, post), shown(row)) for row, gold, post in read]
        text_only = [Read(*COLUMNS["salary"](gold, post), shown(row)) for row, gold, post in bare]
        yield "salary, from text only", file, "all", text_only


def posting(row: dict[str, Any], *, pay: bool) -> Posting:
    """The row as a reader makes a posting of it: by its title, place and text, and by its field for pay if wanted."""
    item: Object = {"title": row["title"], "location": row["location_raw"], "description": row["description_text"]}
    field = row["structured_salary"]
    if pay and field:
        low, high = field.get("min_amount", field.get("min")), field.get("max_amount", field.get("max"))
        item |= {"salarymin": low, "salarymax": high, "currency": field["currency"], "salaryperiod": field["interval"]}
    made = posting_of(item, Setting(url="https://board.example/"))
    assert made is not None
    return made


def shown(row: dict[str, Any]) -> str:
    return f"{row['title']} | {row['location_raw']} | {(row['description_text'] or '')[:200]!r}"


def first_city(post: Posting) -> str | None:
    return next((city(one.city) for one in post.locations if one.city), None)


def first_country(post: Posting) -> str | None:
    return next((one.country for one in post.locations if one.country), None)


def remote(post: Posting) -> bool | None:
    """The labels have yes for remote and hybrid work, no for the rest."""
    return None if post.remote is None else post.remote is not Remote.ONSITE


def years_of(gold: dict[str, Any], post: Posting) -> tuple[object, object]:
    read = parse_years(post.description_text or "")
    wanted = gold.get("yoe")
    return (wanted["min"], wanted["max"]) if wanted else None, (read.min, read.max) if read else None


def kind(name: str | None) -> str | None:
    return None if name in NOTHING else name


COLUMNS: dict[str, Callable[[dict[str, Any], Posting], tuple[object, object]]] = {
    "city": lambda gold, post: (city(gold["city"]), first_city(post)),
    "country": lambda gold, post: (land(gold["country"]), first_country(post)),
    "remote": lambda gold, post: (gold["remote"], remote(post)),
    "remote, unsaid is no": lambda gold, post: (gold["remote"], bool(remote(post))),
    "level": lambda gold, post: (known_level(gold["level"]), post.seniority),
    "salary": lambda gold, post: (stated(gold["salary"]), found(post.salary)),
    "years": years_of,
    "employment": lambda gold, post: (kind(gold.get("employment_type")), post.employment_type),
}


# ---------------------------------------------------------------- skills


def skills() -> None:
    """Of all skills in the labels, how many are found; only names that the labels use are counted as wrong."""
    rows = labelled("skills.jsonl")
    wanted = [{skill_name(skill) for skill in row["skills"]} for row in rows]
    vocabulary = frozenset().union(*wanted)
    read = [{one.skill for one in mentions(row["text"])} & vocabulary for row in rows]
    right = sum(len(gold & said) for gold, said in zip(wanted, read, strict=True))
    gold, said = sum(map(len, wanted)), sum(map(len, read))
    report.table(
        ("skills", "rows", "gold", "said", "right", "precision", "recall"),
        [("skills", str(len(rows)), str(gold), str(said), str(right), share(right, said), share(right, gold))],
    )


if __name__ == "__main__":
    main()
