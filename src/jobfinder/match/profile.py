"""Profile: who the seeker is, and where it comes from: TOML, a JSON Resume, a résumé in plain text.

Pure. Read by `match.score` and `match.expect` alone; no filter rule reads it, so that editing it filters nothing again.
To add a field: in `match.person`, then in the two readers of résumés.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from jobfinder.errors import UsageError
from jobfinder.match import document, json_resume, resume
from jobfinder.match.person import Education, Evidence, Expectation, Language, Profile, Skill

__all__ = [
    "Education",
    "Evidence",
    "Expectation",
    "Language",
    "Profile",
    "Skill",
    "from_json_resume",
    "from_text",
    "from_toml",
    "profile_version",
    "to_toml",
    "with_value",
]

WHAT = "profile"
PROFILE_VERSION = 1
BINARY = {"%PDF": "PDF", "PK\x03\x04": "DOCX", "{\\rtf": "RTF", "\xd0\xcf\x11\xe0": "DOC"}


def from_toml(text: str) -> Profile:
    """The profile that a TOML document states; skills and languages may be plain names. Raises UsageError."""
    return document.build(Profile, _spelt_out(document.load(text, WHAT)), WHAT)


def to_toml(profile: Profile) -> str:
    """The profile as TOML; `from_toml` gives the same record back."""
    return document.write(profile)


def with_value(profile: Profile, path: str, text: str) -> Profile:
    """The profile with one field set: `with_value(profile, "skills", "Python, Go")`. Raises UsageError.

    Skills that were there before keep their level, years and weight.
    """
    changed = document.set_field(profile, path, text, WHAT)
    before = {skill.name.casefold(): skill for skill in profile.skills}
    kept = tuple(before.get(skill.name.casefold(), skill) for skill in changed.skills)
    return msgspec.structs.replace(changed, skills=kept if path == "skills" else changed.skills)


def from_json_resume(content: Mapping[str, Any], *, today: date | None = None) -> Profile:
    """The profile that a JSON Resume document states. `today` ends work that is still going on. Raises UsageError."""
    return json_resume.read(content, today)


def from_text(text: str, *, today: date | None = None) -> Profile:
    """The profile that a résumé in plain text or Markdown states. `today` ends work that is still going on.

    Raises UsageError for what is not text: PDF and DOCX.
    """
    kind = next((name for head, name in BINARY.items() if text.lstrip("\ufeff").startswith(head)), None)
    if kind or "\0" in text[:4096]:
        raise UsageError(
            f"this résumé is a {kind or 'binary'} file, which cannot be read yet; save it as plain text or Markdown"
        )
    return resume.read(text, today)


def profile_version(profile: Profile) -> str:
    """Changes with what the scorer reads: with everything but the name and the evidence."""
    plain = msgspec.structs.replace(profile, name=None, evidence=())
    return document.digest(PROFILE_VERSION, msgspec.to_builtins(plain))


def _spelt_out(data: dict[str, Any]) -> dict[str, Any]:
    """Plain names in `skills` and `languages` become records."""
    for field in ("skills", "languages"):
        if isinstance(data.get(field), list):
            data[field] = [{"name": row} if isinstance(row, str) else row for row in data[field]]
    return data
