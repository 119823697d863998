"""Fields out of text, against labelled postings: places, remote, pay, level, years, degree, sponsorship, skills.

    PYTHONPATH=src:tests .venv/bin/python benchmarks/extraction.py [--misses FIELD]

Reads `shared/data/labelled` beside the repository, in place; says so and ends where it is absent. The labels are good,
not gospel: three votes of models and an audit. A figure counts rows: `gold` have a value in the labels, `said` have one
from the reader, `right` are equal. Precision is right of said, recall is right of gold (which is the accuracy over rows
with a gold value, an unread one being wrong), abstention is the share of the rows with a gold value on which the reader
says nothing, `all` is the share of all rows where both agree, also on nothing.

Cities are compared as cities of the gazetteer, countries by code, pay by both bounds and period, remote by yes (remote
or hybrid) and no; as most postings leave unsaid that they are not remote, the second row of it takes silence for no.
Years are those in numbers; the second row has those too that are only understood ("mehrjährige Erfahrung"), as the
German, French and Spanish labels have them; months are cut to whole years, as in the labels. A degree is right if its
level is and whether it is required, then each alone; the labels know no training in a trade, and those of whole
postings no school, so that these count as nothing said; a row that does not say whether it is required is compared by
its level. Sectors (`sector.jsonl`) are of companies, by name and domain: no reader of postings claims them, and they
are not measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import report
from jobfinder.model import Posting, Remote, Salary
from jobfinder.read.degree import degree
from jobfinder.read.feed_item import Setting, posting_of
from jobfinder.read.gazetteer import cities, country, plain
from jobfinder.read.language import language as language_of
from jobfinder.read.level import Level, parse_level
from jobfinder.read.places import place
from jobfinder.read.salary import parse_salary
from jobfinder.read.skills import mentions, skill_name
from jobfinder.read.values import Object
from jobfinder.read.years import years_asked

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "labelled"
LANGUAGES = {"": "en", "de_": "de", "es_": "es", "fr_": "fr"}
OTHER = "other"
POSTINGS = ("postings_gold.jsonl", "postings_bench.jsonl.gz")
RIVAL = {
    "city": 0.94,
    "country": 0.86,
    "remote": 0.88,
    "salary": 0.82,
    "level": 0.75,
    "years": 0.78,
    "degree": 0.94,
}
"""What a public extractor reaches on comparable data: accuracy over rows with a gold value."""
NOTHING = (None, "unknown")
FIGURES = ("rows", "gold", "said", "right", "precision", "recall", "abstention", "all", "rival")
HEAD = ("field", "file", "lang", *FIGURES)
LEVELS: dict[str, str | None] = {"highschool": "school", "phd_md": "doctorate", "phd": "doctorate", "none": None}
"""Degrees as the labels name them, where they differ from ours."""
ELIGIBILITY = "jobfinder.read.eligibility"
WORST = 12
"""Skills that are shown by their errors."""


class Read(NamedTuple):
    """One row: what the labels say, what was read, the text, to be shown where they differ, and its language."""

    gold: object
    said: object
    text: str
    language: str = "en"


Measured: TypeAlias = tuple[str, str, list[Read]]
"""A field, a file, and its rows."""


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
    report.note("abstention: nothing said, of gold. all: both agree, also on nothing.")
    report.note("rival: what a public extractor reaches (accuracy over gold rows).")
    measured = [*snippets(), *whole_postings()]
    report.table(HEAD, [line(field, file, spoken_in(rows), rows) for field, file, rows in measured])
    report.heading("By language, all files together")
    report.table(HEAD, [line(field, "all", code, rows) for (field, code), rows in by_language(measured).items()])
    report.heading("All files together")
    report.table(HEAD, [line(field, "all", "all", rows) for field, rows in together(measured).items()])
    skills()
    report.note("sector: of companies, not of postings; no reader claims it. " + unmeasured())
    for field, file, rows in measured:
        if field == wanted:
            differing(file, rows)


def unmeasured() -> str:
    return "" if find_spec(ELIGIBILITY) else "sponsorship: no reader yet."


def spoken_in(rows: list[Read]) -> str:
    codes = {row.language for row in rows}
    return next(iter(codes)) if len(codes) == 1 else "all"


def together(measured: list[Measured]) -> dict[str, list[Read]]:
    """The rows of every field, of all files."""
    found: dict[str, list[Read]] = {}
    for field, _, rows in measured:
        found.setdefault(field, []).extend(rows)
    return found


def by_language(measured: list[Measured]) -> dict[tuple[str, str], list[Read]]:
    """The rows of every field that has several languages, by language; what is none of the four is "other"."""
    found: dict[tuple[str, str], list[Read]] = {}
    for field, rows in together(measured).items():
        codes = [code for code in (*LANGUAGES.values(), OTHER) if any(row.language == code for row in rows)]
        for code in codes if len(codes) > 1 else ():
            found[field, code] = [row for row in rows if row.language == code]
    return found


def line(field: str, file: str, language: str, rows: list[Read]) -> tuple[str, ...]:
    """The figures of one field of one file."""
    gold = sum(row.gold not in NOTHING for row in rows)
    said = sum(row.said not in NOTHING for row in rows)
    right = sum(row.gold == row.said and row.gold not in NOTHING for row in rows)
    agreed = sum(row.gold == row.said or (row.gold in NOTHING and row.said in NOTHING) for row in rows)
    counts = (str(len(rows)), str(gold), str(said), str(right))
    silent = sum(row.gold not in NOTHING and row.said in NOTHING for row in rows)
    shares = (share(right, said), share(right, gold), share(silent, gold), share(agreed, len(rows)))
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


def snippets() -> Iterator[Measured]:
    """The files of one field each."""
    places = [(row, place(row["location_raw"])) for row in labelled("geo.jsonl")]
    yield "city", "geo", [Read(city(r["city"]), city(p.city), r["location_raw"]) for r, p in places]
    yield "country", "geo", [Read(land(r["country"]), p.country, r["location_raw"]) for r, p in places]
    yield "level", "level", [Read(*levels(row, row["title"]), row["title"]) for row in labelled("level.jsonl")]
    for prefix, language in LANGUAGES.items():
        yield from pay(f"{prefix}salary", language)
    for prefix, language in LANGUAGES.items():
        yield from years(f"{prefix}yoe", language)
    for prefix, language in LANGUAGES.items():
        yield from degrees(f"{prefix}degree", language)
    if find_spec(ELIGIBILITY):
        rows = labelled("sponsorship.jsonl")
        yield "sponsorship", "sponsorship", [Read(r["sponsorship"], sponsored(r["text"]), r["text"]) for r in rows]


def pay(name: str, language: str) -> Iterator[Measured]:
    rows = labelled(f"{name}.jsonl")
    read = [Read(stated(row["expect"]), found(parse_salary(row["text"])), row["text"], language) for row in rows]
    yield "salary", name, read


def years(name: str, language: str) -> Iterator[Measured]:
    rows = [(row["text"], years_wanted(row["expect"])) for row in labelled(f"{name}.jsonl")]
    yield "years", name, [Read(gold, years_said(text), text, language) for text, gold in rows]
    read = [Read(gold, years_said(text, inferred=True), text, language) for text, gold in rows]
    yield "years, also inferred", name, read


def years_wanted(expected: dict[str, Any] | None) -> tuple[object, object] | None:
    return (expected["min"], expected["max"]) if expected else None


def years_said(text: str, *, inferred: bool = False) -> tuple[object, object] | None:
    read = years_asked(text)
    if read is None or not (read.stated or inferred):
        return None
    return None if read.value.min is None else int(read.value.min), read.value.max


def degrees(name: str, language: str) -> Iterator[Measured]:
    rows = [(row["text"], degree_wanted(row["expect"]), degree_said(row["text"])) for row in labelled(f"{name}.jsonl")]
    whole = [Read(gold, same_detail(said, gold), text, language) for text, gold, said in rows]
    yield "degree", name, whole
    yield "degree, level", name, [Read(first(gold), first(said), text, language) for text, gold, said in rows]
    yield "degree, required", name, [Read(last(gold), last(said), text, language) for text, gold, said in rows]


def degree_wanted(expected: dict[str, Any] | None) -> tuple[str, bool | None] | None:
    """Level and required as the labels have them, which call both by two names."""
    if not expected:
        return None
    level = expected.get("degree_min") or expected["level"]
    return LEVELS.get(level) or level, expected.get("degree_required", expected.get("required"))


def degree_said(text: str) -> tuple[str, bool | None] | None:
    read = degree(text)
    return (read.value.level, read.value.required) if read and read.value.level != "vocational" else None


def same_detail(said: tuple[str, bool | None] | None, gold: tuple[str, bool | None] | None) -> object:
    """What was read, in as much detail as the label has."""
    return (said[0], None) if said and gold and gold[1] is None else said


def first(pair: tuple[object, object] | None) -> object:
    return pair[0] if pair else None


def last(pair: tuple[object, object] | None) -> object:
    return pair[1] if pair else None


def sponsored(text: str) -> bool | None:
    fact = import_module(ELIGIBILITY).eligibility(text).sponsorship
    return fact.value if fact else None


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


# ---------------------------------------------------------------- whole postings


def whole_postings() -> Iterator[Measured]:
    """Postings as a feed would bring them: title, place, text, and pay where the source has a field for it."""
    for name in POSTINGS:
        rows = [(row, row["gold"], tongue(row)) for row in labelled(name)]
        read = [(row, gold, posting(row, pay=True), code) for row, gold, code in rows]
        bare = [(row, gold, posting(row, pay=False), code) for row, gold, code in rows]
        file = name.partition(".")[0]
        for field, column in COLUMNS.items():
            yield field, file, [Read(*column(gold, post), shown(row), code) for row, gold, post, code in read]
        text_only = [Read(*COLUMNS["salary"](gold, post), shown(row), code) for row, gold, post, code in bare]
        yield "salary, from text only", file, text_only


def tongue(row: dict[str, Any]) -> str:
    """The language of the text, where it is one of the four."""
    code = language_of(row["description_text"])
    return code if code and code in LANGUAGES.values() else OTHER


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


def text_of(post: Posting) -> str:
    return post.description_text or ""


def degree_of(gold: dict[str, Any], post: Posting) -> tuple[object, object]:
    """These labels have no degree of a school: "none" is a degree not needed."""
    wanted, said = gold.get("degree") or "none", first(degree_said(text_of(post)))
    return LEVELS.get(wanted, wanted), None if said == "school" else said


def kind(name: str | None) -> str | None:
    return None if name in NOTHING else name


COLUMNS: dict[str, Callable[[dict[str, Any], Posting], tuple[object, object]]] = {
    "city": lambda gold, post: (city(gold["city"]), first_city(post)),
    "country": lambda gold, post: (land(gold["country"]), first_country(post)),
    "remote": lambda gold, post: (gold["remote"], remote(post)),
    "remote, unsaid is no": lambda gold, post: (gold["remote"], bool(remote(post))),
    "level": lambda gold, post: (known_level(gold["level"]), post.seniority),
    "salary": lambda gold, post: (stated(gold["salary"]), found(post.salary)),
    "years": lambda gold, post: (years_wanted(gold.get("yoe")), years_said(text_of(post))),
    "years, also inferred": lambda gold, post: (
        years_wanted(gold.get("yoe")),
        years_said(text_of(post), inferred=True),
    ),
    "degree, level": degree_of,
    "employment": lambda gold, post: (kind(gold.get("employment_type")), post.employment_type),
}


# ---------------------------------------------------------------- skills


def skills() -> None:
    """Of all skills in the labels, how many are found; only names that the labels use are counted as wrong."""
    rows = labelled("skills.jsonl")
    wanted = [{skill_name(skill) for skill in row["skills"]} for row in rows]
    vocabulary = frozenset().union(*wanted)
    read = [{one.skill for one in mentions(row["text"])} & vocabulary for row in rows]
    pairs = list(zip(wanted, read, strict=True))
    right = sum(len(gold & said) for gold, said in pairs)
    gold, said = sum(map(len, wanted)), sum(map(len, read))
    head = ("skills", "rows", "gold", "said", "right", "precision", "recall", "F1")
    counts = (str(len(rows)), str(gold), str(said), str(right))
    report.table(head, [("skills", *counts, share(right, said), share(right, gold), share(2 * right, said + gold))])
    errors("not in the labels", Counter(skill for gold, said in pairs for skill in said - gold), wanted)
    errors("not found", Counter(skill for gold, said in pairs for skill in gold - said), wanted)


def errors(what: str, wrong: Counter[str], wanted: list[set[str]]) -> None:
    """The skills that are most often wrong, and how often the labels have them at all."""
    labels = Counter(skill for gold in wanted for skill in gold)
    rows = [(skill, str(count), str(labels[skill])) for skill, count in wrong.most_common(WORST)]
    report.heading(f"Skills {what}: {wrong.total()} times, {len(wrong)} skills")
    report.table(("skill", "rows", "in the labels"), rows)


if __name__ == "__main__":
    main()
