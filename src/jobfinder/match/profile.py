"""Profile: who the seeker is, and where it comes from: TOML, a JSON Resume, a résumé in PDF, DOCX, text or Markdown.

Pure. Read by `match.score` and `match.expect` alone; no filter rule reads it, so that editing it filters nothing again.
`profile_of` and `profile_or_refusal` take strangers' bytes: run them in a process that reads pages. To add a field: in
`match.person`, then in the two readers of résumés and in `match.merge`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from jobfinder.errors import UsageError
from jobfinder.match import document, json_resume, resume
from jobfinder.match.merge import differences, merge
from jobfinder.match.person import Certification, Education, Evidence, Expectation, Language, Profile, Skill
from jobfinder.match.resume_file import Content, content_of, is_toml
from jobfinder.match.resume_rights import country

__all__ = [
    "Certification",
    "Education",
    "Evidence",
    "Expectation",
    "Language",
    "Profile",
    "Skill",
    "differences",
    "expects_pay",
    "from_json_resume",
    "from_text",
    "from_toml",
    "is_toml",
    "merge",
    "profile_of",
    "profile_or_refusal",
    "profile_version",
    "to_toml",
    "with_value",
]

WHAT = "profile"
PROFILE_VERSION = 1
RECORDS = frozenset({"skills", "languages", "certifications"})
COUNTRIES = frozenset({"citizenships", "authorised"})


def profile_of(content: bytes, name: str = "", *, today: date | None) -> Profile:
    """The profile that a file states: a résumé as PDF, DOCX, text or Markdown, a JSON Resume, a profile in TOML.

    `name` is the file's, a hint for what cannot be told from the bytes. Raises `UsageError`, and nothing else, whatever
    the bytes are: it says what they are and what to do.
    """
    given = content_of(content, name)
    if given.kind == "json":
        return from_json_resume(_decoded(given.text), today=today)
    if given.kind == "toml":
        return from_toml(given.text)
    return _with_note(resume.read(given.text, today), given)


def profile_or_refusal(content: bytes, name: str = "", *, today: date | None) -> Profile | str:
    """As `profile_of`; what is wrong with the file as a text, for the way back from a process that reads pages."""
    try:
        return profile_of(content, name, today=today)
    except UsageError as error:
        return str(error)


def from_toml(text: str) -> Profile:
    """The profile that a TOML document states; skills and languages may be plain names. Raises UsageError."""
    return document.build(Profile, _spelt_out(document.load(text, WHAT)), WHAT)


def to_toml(profile: Profile) -> str:
    """The profile as TOML; `from_toml` gives the same record back."""
    return document.write(profile)


def with_value(profile: Profile, path: str, text: str) -> Profile:
    """The profile with one field set: `with_value(profile, "skills", "Python, Go")`. Raises UsageError.

    Skills, languages and certificates that were there before keep what is known of them. Countries may be given by
    their names.
    """
    changed = document.set_field(profile, path, _coded(text) if path in COUNTRIES else text, WHAT)
    if path not in RECORDS:
        return changed
    before = {record.name.casefold(): record for record in getattr(profile, path)}
    kept = tuple(before.get(record.name.casefold(), record) for record in getattr(changed, path))
    return msgspec.structs.replace(changed, **{path: kept})


def from_json_resume(content: Mapping[str, Any], *, today: date | None = None) -> Profile:
    """The profile that a JSON Resume document states. `today` ends work that is still going on. Raises UsageError."""
    return json_resume.read(content, today)


def from_text(text: str, *, today: date | None = None) -> Profile:
    """The profile that a résumé in plain text or Markdown states. `today` ends work that is still going on."""
    return resume.read(text, today)


def expects_pay(profile: Profile) -> bool:
    """Does it say what pay is expected? The least pay that the preferences take stands in only where it does not."""
    return profile.salary.min is not None


def profile_version(profile: Profile) -> str:
    """Changes with what the scorer reads: with everything but the name and the evidence."""
    plain = msgspec.structs.replace(profile, name=None, evidence=())
    return document.digest(PROFILE_VERSION, msgspec.to_builtins(plain))


def _decoded(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UsageError(f"it is not valid JSON: {error}") from None


def _with_note(profile: Profile, given: Content) -> Profile:
    """With what of the file was not read, on the last line that was."""
    lines = given.text.rstrip().split("\n")
    if given.note is None:
        return profile
    last = Evidence(field="file", value=given.note, line=" ".join(lines[-1].split())[:300], number=len(lines))
    return msgspec.structs.replace(profile, evidence=(*profile.evidence, last))


def _coded(text: str) -> str:
    return ",".join(country(part) or part.strip() for part in text.split(","))


def _spelt_out(data: dict[str, Any]) -> dict[str, Any]:
    """Plain names in `skills` and `languages` become records."""
    for field in ("skills", "languages"):
        if isinstance(data.get(field), list):
            data[field] = [{"name": row} if isinstance(row, str) else row for row in data[field]]
    return data
