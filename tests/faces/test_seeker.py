"""`profile` and `prefs`: set, show, import; and what a change of preferences sets going."""

from __future__ import annotations

from pathlib import Path

from faces.conftest import Cli
from jobfinder.demo.seeker import PREFERENCES, PROFILE
from jobfinder.demo.server import DemoWeb
from jobfinder.match import prefs, profile
from match.files import docx, paged, paragraphs, pdf
from match.resumes import MARKDOWN


def test_a_field_is_set_and_shown(cli: Cli) -> None:
    assert cli("prefs", "set", "salary.floor", "90k").code == 0
    assert cli("prefs", "set", "titles.wanted", "backend, data").code == 0
    shown = cli("prefs", "show", "--json").json
    assert (shown["salary"]["floor"], shown["titles"]["wanted"]) == (90_000, ["backend", "data"])
    assert cli("profile", "set", "skills", "Python, SQL").code == 0
    assert [skill["name"] for skill in cli("profile", "show", "--json").json["skills"]] == ["Python", "SQL"]


def test_a_value_may_begin_with_a_dash(cli: Cli) -> None:
    ran = cli("prefs", "set", "min_score", "-5")
    assert ran.code == 2
    assert "min_score cannot be -5" in ran.err


def test_what_is_shown_can_be_read_again(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "prefs.toml").write_text(PREFERENCES)
    (tmp_path / "profile.toml").write_text(PROFILE)
    assert cli("prefs", "set", "--file", tmp_path / "prefs.toml").code == 0
    assert cli("profile", "import", tmp_path / "profile.toml").code == 0
    assert prefs.from_toml(cli("prefs", "show").out) == prefs.from_toml(PREFERENCES)
    assert profile.from_toml(cli("profile", "show").out) == profile.from_toml(PROFILE)


def test_the_same_again_is_no_new_version(cli: Cli) -> None:
    assert "version 1" in cli("prefs", "set", "min_score", "40").out
    assert "version 1" in cli("prefs", "set", "min_score", "40").out
    assert "version 2" in cli("prefs", "set", "min_score", "41").out


def test_a_resume_in_text_becomes_a_profile(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "resume.md").write_text("# Kim Example\nBackend Engineer\n\n## Skills\nPython, PostgreSQL\n")
    ran = cli("profile", "import", tmp_path / "resume.md", "--json")
    assert [skill["name"] for skill in ran.json["skills"]] == ["Python", "PostgreSQL"]
    assert cli("profile", "show", "--json").json == ran.json


def test_a_resume_is_quoted_and_what_was_set_by_hand_stays(cli: Cli, tmp_path: Path) -> None:
    assert cli("profile", "set", "salary.min", "90k").code == 0
    (tmp_path / "resume.pdf").write_bytes(pdf(paged(MARKDOWN.text)))
    first = cli("profile", "import", tmp_path / "resume.pdf")
    assert "  titles: Backend Developer  (line " in first.out
    assert cli("profile", "set", "years", "12").code == 0
    (tmp_path / "resume.docx").write_bytes(docx(paragraphs(MARKDOWN.text.replace("Kafka", "RabbitMQ"))))
    again = cli("profile", "import", tmp_path / "resume.docx")
    assert "changed: skills: RabbitMQ added" in again.out
    assert "changed: skills: Kafka gone" in again.out
    now = cli("profile", "show", "--json").json
    assert (now["years"], now["salary"]["min"]) == (12, 90_000)


def test_toml_replaces_the_profile(cli: Cli, tmp_path: Path) -> None:
    assert cli("profile", "set", "years", "12").code == 0
    (tmp_path / "profile.toml").write_text(PROFILE)
    assert cli("profile", "import", tmp_path / "profile.toml").code == 0
    assert profile.from_toml(cli("profile", "show").out) == profile.from_toml(PROFILE)


def test_no_profile_is_said(cli: Cli) -> None:
    ran = cli("profile", "show")
    assert ran.code == 0
    assert "no profile yet" in ran.err


def test_other_preferences_judge_again_and_fetch_nothing(cli: Cli, known: DemoWeb) -> None:
    before = len(known.requests)
    matches = cli("matches", "--json").json
    assert cli("prefs", "set", "stop.companies", matches[0]["company"]).code == 0
    assert cli("run", "--until-idle").code == 0
    left = {row["key"] for row in cli("matches", "--json").json}
    assert matches[0]["key"] not in left
    assert left
    assert len(known.requests) == before
