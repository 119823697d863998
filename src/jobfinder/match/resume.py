"""A résumé in plain text or Markdown, as a profile. Nothing is invented: each value is quoted with its line.

Pure. Called by `match.profile`, with the text that was taken out of a PDF or a DOCX too. `match.resume_lines` says
which section a line stands in; each of the other readers takes what it knows from the lines.
"""

from __future__ import annotations

from datetime import date

from jobfinder.match.person import Evidence, Profile
from jobfinder.match.resume_home import industries, places
from jobfinder.match.resume_lines import lines_of
from jobfinder.match.resume_rights import rights
from jobfinder.match.resume_skills import skills
from jobfinder.match.resume_study import certifications, education
from jobfinder.match.resume_tongues import languages
from jobfinder.match.resume_work import positions, seniority, titles, years


def read(text: str, today: date | None) -> Profile:
    """The profile that a résumé states. `today` ends work that is still going on; without it, it is not counted."""
    lines = lines_of(text)
    held = positions(lines, today)
    evidence: list[Evidence] = []
    roles = titles(lines, held, evidence)
    worked = years(lines, held, evidence)
    allowed = rights(lines, evidence)
    return Profile(
        titles=roles,
        seniority=seniority(roles, worked, evidence),
        years=worked,
        places=places(lines, evidence),
        education=education(lines, evidence),
        citizenships=allowed.citizenships,
        authorised=allowed.authorised,
        needs_sponsorship=allowed.needs_sponsorship,
        industries=industries(lines, evidence),
        languages=languages(lines, evidence),
        skills=skills(lines, held, evidence),
        certifications=certifications(lines, evidence),
        evidence=tuple(evidence),
    )
