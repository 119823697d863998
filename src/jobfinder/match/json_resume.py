"""A résumé in the JSON Resume format (jsonresume.org), as a profile. Every value is quoted with where it stands.

Pure. Called by `match.profile`. Read tolerantly: what is missing or of another type is left out; what is no résumé at
all is a UsageError.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jobfinder.errors import UsageError
from jobfinder.match.person import Education, Evidence, Language, Profile, Skill
from jobfinder.match.resume_study import DEGREES
from jobfinder.match.spans import months_between, total_years
from jobfinder.read.level import parse_level
from jobfinder.read.skills import skill_name

KNOWN = frozenset({"basics", "work", "skills", "education", "languages", "projects", "meta"})


def read(content: Mapping[str, Any], today: date | None) -> Profile:
    """The profile that a JSON Resume states. Raises UsageError for something else."""
    if not isinstance(content, Mapping) or not KNOWN & content.keys():
        raise UsageError("this is no JSON Resume: it has none of basics, work, skills, education, languages")
    evidence: list[Evidence] = []
    basics = content.get("basics") if isinstance(content.get("basics"), Mapping) else {}
    titles = _titles(content, basics or {}, evidence)
    level = parse_level(titles[0]) if titles else None
    return Profile(
        name=_text(basics or {}, "name"),
        titles=titles,
        seniority=level,
        years=_years(content, today, evidence),
        places=_places(basics or {}, evidence),
        education=_education(content, evidence),
        languages=_languages(content, evidence),
        skills=_skills(content, evidence),
        evidence=tuple(evidence),
    )


def _rows(content: Mapping[str, Any], key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The entries of a list, each with its address in the document ("work[0]")."""
    rows = content.get(key)
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, Mapping):
            yield f"{key}[{index}]", row


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    return " ".join(value.split())[:200] or None if isinstance(value, str) else None


def _titles(content: Mapping[str, Any], basics: Mapping[str, Any], evidence: list[Evidence]) -> tuple[str, ...]:
    named = [("basics.label", _text(basics, "label"))]
    named += [(f"{where}.position", _text(row, "position")) for where, row in _rows(content, "work")]
    found: dict[str, str] = {}
    for where, title in named:
        if title:
            found.setdefault(title, where)
    evidence += (Evidence(field="titles", value=title, line=f"{where}: {title}") for title, where in found.items())
    return tuple(found)


def _years(content: Mapping[str, Any], today: date | None, evidence: list[Evidence]) -> float | None:
    found = []
    for where, row in _rows(content, "work"):
        start, end = _text(row, "startDate"), _text(row, "endDate")
        span = months_between(start, end, today)
        if span:
            found.append(span)
            evidence.append(
                Evidence(
                    field="years", value=f"{(span[1] - span[0]) / 12:.1f}", line=f"{where}: {start} – {end or 'today'}"
                )
            )
    return total_years(found)


def _places(basics: Mapping[str, Any], evidence: list[Evidence]) -> tuple[str, ...]:
    location = basics.get("location")
    if not isinstance(location, Mapping):
        return ()
    parts = [part for key in ("city", "countryCode") if (part := _text(location, key))]
    if not parts:
        return ()
    place = ", ".join(parts)
    evidence.append(Evidence(field="places", value=place, line=f"basics.location: {place}"))
    return (place,)


def _education(content: Mapping[str, Any], evidence: list[Evidence]) -> Education:
    rows = [(where, _text(row, "studyType") or "", _text(row, "area")) for where, row in _rows(content, "education")]
    fields = tuple(dict.fromkeys(area for _, _, area in rows if area))
    evidence += (
        Evidence(field="education.fields", value=area, line=f"{where}.area: {area}") for where, _, area in rows if area
    )
    for degree, words in DEGREES:
        for where, study, _ in rows:
            if words.search(study):
                evidence.append(Evidence(field="education.degree", value=degree, line=f"{where}.studyType: {study}"))
                return Education(degree=degree, fields=fields)
    return Education(fields=fields)


def _languages(content: Mapping[str, Any], evidence: list[Evidence]) -> tuple[Language, ...]:
    found: dict[str, Language] = {}
    for where, row in _rows(content, "languages"):
        name = (_text(row, "language") or "")[:60]
        if name and name not in found:
            found[name] = Language(name=name, level=_text(row, "fluency"))
            evidence.append(Evidence(field="languages", value=name, line=f"{where}.language: {name}"))
    return tuple(found.values())


def _skills(content: Mapping[str, Any], evidence: list[Evidence]) -> tuple[Skill, ...]:
    """A skill group's keywords where it has some ("Backend": Python, Go), else its name."""
    found: dict[str, Skill] = {}
    for where, row in _rows(content, "skills"):
        keywords = row.get("keywords")
        names = [word for word in keywords if isinstance(word, str)] if isinstance(keywords, list) else []
        for name in names or [_text(row, "name") or ""]:
            skill = skill_name(name)[:100]
            if skill and skill not in found:
                found[skill] = Skill(name=skill, level=_text(row, "level"))
                evidence.append(Evidence(field="skills", value=skill, line=f"{where}: {name}"))
    return tuple(found.values())
