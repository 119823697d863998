"""Threat 13: what a fetched page says moves no terminal, forges no line and hides nothing, whoever shows it."""

from __future__ import annotations

import html
import json
import shlex
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from faces import judged
from faces.conftest import Cli
from jobfinder.demo.answer import html as html_answer
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World

PAYLOADS = (
    "\x1b[31m", "\x1b[2J\x1b[H", "\x1b]52;c;ZXZpbA==\x07", "\x1b]0;evil\x1b\\", "\x1bP1;1|evil\x1b\\", "\x1b]8;;http://evil.example\x07",
    "\x9b2J", "\x9d52;c;ZXZpbA==\x9c", "\x07", "\b\b\b", "\r", "\x00", "\x7f", "\x85",
    "\n100  a match", "\u2028 100", "\u2029", "\x0b", "\x0c",
    "\u202eevil", "\u2066evil\u2069", "\u200b", "\u2060", "\ufeff", "\U000e0041\U000e0042", "\u061c",
    "[red]evil[/red]", "[link=http://evil.example]evil[/link]", "{red}", "%s", "%(evil)s", "=cmd|' /C calc'!A0",
)  # fmt: skip
EVERYTHING = "Cook " + " ".join(PAYLOADS) + " end"
URL = "https://evil.example/jobs/1"
FACES = [
    ("jobs",), ("jobs", "--json"), ("items",), ("companies",), ("sources",), ("lanes",), ("costs",), ("matches",),
    ("why", URL, "--full"), ("why", URL, "--json"), ("show", URL), ("show", URL, "--json"), ("plan", URL),
    ("export", "-"), ("submit", URL), ("items", "--json"), ("show", URL, "--full"), ("matches", "--all"), ("drops",),
    ("drops", "--json"), ("drops", "--if", "titles.excluded=evil"), ("prefs", "try", "titles.excluded", "Cook"),
    ("prefs", "try", "titles.excluded", "Cook", "--json"), ("prefs", "suggest"),
]  # fmt: skip


def advert(text: str) -> str:
    """A page whose every field says so."""
    data = {
        "@type": "JobPosting",
        "title": text,
        "description": f"<p>{html.escape(text)}</p>",
        "hiringOrganization": {"@type": "Organization", "name": text, "sameAs": "https://evil.example"},
        "jobLocation": {"@type": "Place", "address": {"addressLocality": text}},
        "employmentType": text,
        "occupationalCategory": text,
    }
    return f'<title>{html.escape(text)}</title><script type="application/ld+json">{json.dumps(data)}</script>'


def board(text: str) -> str:
    """A board whose every field says so."""
    row = {"id": 7, "title": text, "content": text, "location": {"name": text}, "departments": [{"name": text}]}
    return json.dumps({"jobs": [row | {"absolute_url": URL, "company_name": text, "requisition_id": text}]})


def feed(text: str) -> str:
    """A feed whose every field says so. XML has no word for most control characters."""
    sayable = html.escape("".join(c for c in text if c.isprintable() or c in "\n\r\x85\u2028\u2029\u202e\u200b"))
    item = f"<item><title>{sayable}</title><link>{URL}</link><description>{sayable}</description></item>"
    return f"<rss version='2.0'><channel><title>{sayable}</title>{item}</channel></rss>"


def is_harmless(text: str) -> bool:
    """No control, format or half characters but the ends of lines."""
    unwanted = ("Cc", "Cf", "Cs", "Zl", "Zp")
    odd = {ascii(char) for char in text if unicodedata.category(char) in unwanted and char != "\n"}
    assert not odd, odd
    return True


@pytest.fixture(scope="module")
def evil() -> Iterator[DemoWeb]:
    """A web with one company that means harm."""
    with DemoWeb(World.make()) as web:
        web.serve("evil.example", "/jobs/1", lambda _: html_answer(advert(EVERYTHING)))
        web.serve("evil.example", "/", lambda _: html_answer(advert(EVERYTHING)))
        yield web


def test_every_face_shows_a_hostile_page_as_plain_text(
    cli: Cli, evil: DemoWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBFINDER_CONNECT_TO", evil.connect_to)
    found = cli("find", URL)
    assert is_harmless(found.out)
    assert is_harmless(found.err)
    assert "Cook" in found.out + found.err
    for words in FACES:
        ran = cli(*words)
        assert ran.code in (0, 1), words
        assert is_harmless(ran.out + ran.err), words
    title = cli("jobs", "--json").json[0]["title"]
    assert title.startswith("Cook ")
    assert "[red]evil[/red]" in title
    assert "\n" not in title
    assert "[red]evil[/red]" in cli("show", URL).out


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("page.html", advert(EVERYTHING), ("--url", URL)),
        ("board.json", board(EVERYTHING), ("--board", "greenhouse")),
        ("feed.xml", feed(EVERYTHING), ("--url", "https://evil.example/jobs.rss")),
    ],
)
def test_a_saved_file_is_shown_as_plain_text(
    cli: Cli, tmp_path: Path, name: str, body: str, words: tuple[str, ...]
) -> None:
    path = tmp_path / name
    path.write_text(body, "utf-8", errors="surrogatepass")
    for extra in ((), ("--json",)):
        ran = cli("read", path, *words, *extra)
        assert ran.code == 0
        assert is_harmless(ran.out + ran.err)
    for posting in cli("read", path, *words, "--json").json["postings"]:
        for field, value in posting.items():
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            assert "\n" not in shown or field.startswith("description"), field
            assert is_harmless(shown), field


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_what_was_typed_is_shown_as_plain_text(cli: Cli, payload: str) -> None:
    for words in (
        ("why", f"x{payload}"),
        ("recognize", f"https://a.example/{payload}"),
        ("submit", f"ftp://{payload}"),
    ):
        ran = cli(*words)
        assert is_harmless(ran.out + ran.err), words


def test_what_a_model_says_of_a_hostile_page_is_shown_as_plain_text(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{judged.WORK}\nYou know {EVERYTHING}"
    pages = {path: judged.PAGES[path] for path in ("/", "/jobs/hamburg")} | {
        "/jobs/berlin": judged.posting(f"Python Developer {EVERYTHING}", f"Berlin {EVERYTHING}", text)
    }
    quoted = {"quote": "Experience with Haskell", "need": "required", "met": "no", "profile": EVERYTHING[:200]}
    said = {"requirements": [quoted], **{name: [line, EVERYTHING[:150]] for name, (line,) in judged.LINES.items()}}
    store = f"sqlite:///{tmp_path / 'hostile.db'}"
    judged.judge(store, pages=pages, preferences="", reply=lambda _: said, ai={"review_from": 0})
    monkeypatch.setenv("JOBFINDER_AI_MODELS", "local/m")
    monkeypatch.setenv("JOBFINDER_AI_ENDPOINTS_LOCAL_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("JOBFINDER_AI_REVIEW_FROM", "0")
    key = next(row["key"] for row in cli("jobs", "--json", "--store", store).json if "evil" in row["title"])
    cli("mark", key, "saved", "--reason", EVERYTHING, "--store", store)
    assert cli("show", key, "--json", "--store", store).json["review"]["model"] == "local/m"
    faces = [
        ("show", key), ("show", key, "--full"), ("show", key, "--json"), ("matches",), ("matches", "--saved"),
        ("why", key), ("costs",), ("prefs", "try", "min_score", "100"), ("drops",),
    ]  # fmt: skip
    for words in faces:
        ran = cli(*words, "--store", store)
        assert ran.code == 0, words
        assert is_harmless(ran.out + ran.err), words
    card = cli("show", key, "--full", "--store", store).out
    assert "second opinion" in card
    assert "[red]evil[/red]" in card


@pytest.mark.parametrize("end", ["; touch evil", "& touch evil"])
def test_a_command_that_is_proposed_holds_no_command_of_a_page(cli: Cli, tmp_path: Path, end: str) -> None:
    evil = f"Cook'{end} $(touch evil) `touch evil` \" --store x"
    page = {"/": judged.PAGES["/"], "/jobs/1": judged.posting("Cook", evil)}
    store = f"sqlite:///{tmp_path / 'hostile.db'}"
    judged.judge(store, pages=page, preferences='[locations]\naccepted = ["Paris, France"]')
    (job,) = cli("drops", "--json", "--store", store).json["jobs"]
    (place,) = job["why"]["edits"][0]["values"]
    assert "touch evil" in place
    shown = [line for line in cli("drops", "--store", store).out.splitlines() if "would pass after" in line]
    for command in (*job["commands"], shown[0].partition("jobfinder ")[2]):
        assert any(place in word for word in shlex.split(command)), command
        assert "touch" not in shlex.split(command), command
