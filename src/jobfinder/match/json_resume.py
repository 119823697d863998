"""A résumé in the JSON Resume format (jsonresume.org), as a profile. Every value is quoted with where it stands.

Pure. Called by `match.profile`. Read tolerantly: what is missing or of another type is left out; what is no résumé at
all is a UsageError. Prose in it (summaries, highlights) names skills as it does in any résumé.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jobfinder.errors import UsageError
from jobfinder.match.person import Certification, Education, Evidence, Language, Profile, Skill
from jobfinder.match.resume_lines import Line
from jobfinder.match.resume_rights import Rights, rights
from jobfinder.match.resume_skills import named_in
from jobfinder.match.resume_study import DEGREES, degree_in
from jobfinder.match.resume_work import seniority, stated_years
from jobfinder.match.spans import Span, iso_date, months_between, total_years
from jobfinder.match.tongues import language_name, level_in
from jobfinder.model import Record
from jobfinder.read.skills import skill_name

KNOWN = frozenset({"basics", "work", "skills", "education", "languages", "projects", "meta"})
MOST_ROWS = 300
LONGEST = 200
LONGEST_PROSE = 5_000
Row = Mapping[str, Any]


class Job(Record, frozen=True):
    """One entry of `work`: its address in the document, its title, when it was, and what it says."""

    where: str
    title: str | None
    said: str | None
    span: Span | None
    prose: tuple[str, ...]


def read(content: Mapping[str, Any], today: date | None) -> Profile:
    """The profile that a JSON Resume states. Raises UsageError for something else."""
    if not isinstance(content, Mapping) or not KNOWN & content.keys():
        raise UsageError("this is no JSON Resume: it has none of basics, work, skills, education, languages")
    evidence: list[Evidence] = []
    basics = content["basics"] if isinstance(content.get("basics"), Mapping) else {}
    jobs = [_job(where, row, today) for where, row in _rows(content, "work")]
    titles = _titles(jobs, basics, evidence)
    years = _years(jobs, basics, evidence)
    allowed = _rights(basics, evidence)
    return Profile(
        name=_text(basics, "name"),
        titles=titles,
        seniority=seniority(titles, years, evidence),
        years=years,
        places=_places(basics, evidence),
        education=_education(content, evidence),
        citizenships=allowed.citizenships,
        authorised=allowed.authorised,
        needs_sponsorship=allowed.needs_sponsorship,
        languages=_languages(content, evidence),
        skills=_skills(content, jobs, evidence),
        certifications=_certifications(content, evidence),
        evidence=tuple(evidence),
    )


def _rows(content: Mapping[str, Any], key: str) -> Iterator[tuple[str, Row]]:
    """The entries of a list, each with its address in the document ("work[0]")."""
    rows = content.get(key)
    for index, row in enumerate(rows[:MOST_ROWS] if isinstance(rows, list) else ()):
        if isinstance(row, Mapping):
            yield f"{key}[{index}]", row


def _text(row: Row, key: str, longest: int = LONGEST) -> str | None:
    value = row.get(key)
    return " ".join(value.split())[:longest].strip() or None if isinstance(value, str) else None


def _texts(row: Row, key: str) -> list[str]:
    values = row.get(key)
    return [value for value in values[:MOST_ROWS] if isinstance(value, str)] if isinstance(values, list) else []


# ---------------------------------------------------------------- work


def _job(where: str, row: Row, today: date | None) -> Job:
    start, end = _text(row, "startDate"), _text(row, "endDate")
    prose = (_text(row, "position"), _text(row, "summary", LONGEST_PROSE), *_texts(row, "highlights"))
    return Job(
        where=where,
        title=_text(row, "position"),
        said=f"{where}: {start} – {end or 'today'}" if start else None,
        span=months_between(start, end, today),
        prose=tuple(text[:LONGEST_PROSE] for text in prose if text),
    )


def _titles(jobs: list[Job], basics: Row, evidence: list[Evidence]) -> tuple[str, ...]:
    latest = sorted(jobs, key=lambda job: (-job.span.end, -job.span.start) if job.span else (0, 0))
    named = [(f"{job.where}.position", job.title) for job in latest] + [("basics.label", _text(basics, "label"))]
    found: dict[str, str] = {}
    for where, title in named:
        if title:
            found.setdefault(title, where)
    evidence += (Evidence(field="titles", value=title, line=f"{where}: {title}") for title, where in found.items())
    return tuple(found)


def _years(jobs: list[Job], basics: Row, evidence: list[Evidence]) -> float | None:
    summary = _text(basics, "summary", LONGEST_PROSE)
    if summary and (stated := stated_years(summary)) is not None:
        evidence.append(Evidence(field="years", value=f"{stated:g}", line=f"basics.summary: {summary[:LONGEST]}"))
        return stated
    years = total_years(job.span for job in jobs if job.span)
    evidence += (Evidence(field="years", value=f"{years:g}", line=job.said) for job in jobs if job.span and job.said)
    return years


# ---------------------------------------------------------------- the rest


def _places(basics: Row, evidence: list[Evidence]) -> tuple[str, ...]:
    location = basics.get("location")
    if not isinstance(location, Mapping):
        return ()
    parts = [part for key in ("city", "countryCode") if (part := _text(location, key))]
    if not parts:
        return ()
    place = ", ".join(parts)[:LONGEST]
    evidence.append(Evidence(field="places", value=place, line=f"basics.location: {place}"))
    return (place,)


def _rights(basics: Row, evidence: list[Evidence]) -> Rights:
    said = [(f"basics.{key}", text) for key in ("summary", "label") if (text := _text(basics, key, LONGEST_PROSE))]
    lines = [Line(raw=f"{where}: {text[:LONGEST]}", text=text, number=0, section="summary") for where, text in said]
    found: list[Evidence] = []
    allowed = rights(lines, found)
    evidence += (Evidence(field=row.field, value=row.value, line=row.line) for row in found)
    return allowed


def _education(content: Mapping[str, Any], evidence: list[Evidence]) -> Education:
    rows = [(where, _text(row, "studyType") or "", _text(row, "area")) for where, row in _rows(content, "education")]
    fields = tuple(dict.fromkeys(area for _, _, area in rows if area))
    evidence += (
        Evidence(field="education.fields", value=area, line=f"{where}.area: {area}") for where, _, area in rows if area
    )
    held = [(degree, where, study) for where, study, _ in rows if (degree := degree_in(study))]
    for known, _ in DEGREES:
        for degree, where, study in held:
            if degree == known:
                evidence.append(Evidence(field="education.degree", value=degree, line=f"{where}.studyType: {study}"))
                return Education(degree=degree, fields=fields)
    return Education(fields=fields)


def _languages(content: Mapping[str, Any], evidence: list[Evidence]) -> tuple[Language, ...]:
    found: dict[str, Language] = {}
    for where, row in _rows(content, "languages"):
        stated, fluency = _text(row, "language"), _text(row, "fluency")
        name = (language_name(stated) or stated)[:60] if stated else None
        if name and name not in found:
            level = level_in(fluency) or fluency if fluency else None
            found[name] = Language(name=name, level=level)
            evidence.append(Evidence(field="languages", value=name, line=f"{where}.language: {stated}"))
            if level:
                said = Evidence(field="languages.level", value=f"{name}: {level}", line=f"{where}.fluency: {fluency}")
                evidence.append(said)
    return tuple(found.values())


def _certifications(content: Mapping[str, Any], evidence: list[Evidence]) -> tuple[Certification, ...]:
    found: dict[str, Certification] = {}
    for where, row in _rows(content, "certificates"):
        name = _text(row, "name")
        if name and name not in found:
            found[name] = Certification(name=name, date=iso_date(_text(row, "date") or ""))
            evidence.append(Evidence(field="certifications", value=name, line=f"{where}.name: {name}"))
    return tuple(found.values())


# ---------------------------------------------------------------- skills


def _skills(content: Mapping[str, Any], jobs: list[Job], evidence: list[Evidence]) -> tuple[Skill, ...]:
    """A skill group's keywords where it has some ("Backend": Python, Go), else its name; then what the work names."""
    listed: dict[str, str | None] = {}
    for where, row in _rows(content, "skills"):
        for name in _texts(row, "keywords") or [_text(row, "name") or ""]:
            skill = skill_name(name)[:100].strip()
            if skill and skill not in listed:
                listed[skill] = _text(row, "level")
                evidence.append(
                    Evidence(field="skills", value=skill, line=f"{where}: {' '.join(name.split())[:LONGEST]}")
                )
    used: dict[str, list[Job]] = {}
    for job in jobs:
        for prose in job.prose:
            for skill in named_in(prose):
                if skill not in listed and skill not in used:
                    evidence.append(Evidence(field="skills", value=skill, line=f"{job.where}: {prose[:LONGEST]}"))
                used.setdefault(skill, []).append(job)
    return tuple(_skill(skill, listed.get(skill), used.get(skill, []), evidence) for skill in {**listed, **used})


def _skill(name: str, level: str | None, jobs: list[Job], evidence: list[Evidence]) -> Skill:
    dated = {job.where: job for job in jobs if job.span and job.said}
    spans = [job.span for job in dated.values() if job.span]
    years, last = total_years(spans), max((span.last for span in spans), default=None)
    for job in dated.values():
        evidence.append(Evidence(field="skills.years", value=f"{name}: {years:g}", line=job.said or ""))
        if job.span and job.span.last == last:
            evidence.append(Evidence(field="skills.last_used", value=f"{name}: {last}", line=job.said or ""))
    return Skill(name=name, level=level, years=years, last_used=last)
