"""Rows that keep the parts of a posting's text apart (tasks, requirements, benefits): one description again.

Pure. Called by `read.records`. To extend: the name of a part in PARTS, in reading order.
"""

from __future__ import annotations

import html

from jobfinder.read.feed_names import DESCRIPTION
from jobfinder.read.text import has_tags, unescaped
from jobfinder.read.values import JSON, Object, raw_texts

PARTS = {
    "introduction": "",
    "jobpurpose": "",
    "positionsummary": "",
    "responsibilities": "Responsibilities",
    "keyresponsibilities": "Responsibilities",
    "tasks": "Responsibilities",
    "duty": "Responsibilities",
    "jobduty": "Responsibilities",
    "whatyouwilldo": "What you will do",
    "requirements": "Requirements",
    "requirement": "Requirements",
    "qualifications": "Qualifications",
    "skillsexperience": "Skills and experience",
    "profile": "Profile",
    "yourbackground": "Your background",
    "whoyouare": "Who you are",
    "benefits": "Benefits",
    "whatweoffer": "What we offer",
    "recruitmentprocess": "Process",
}
SHORTEST = 40
"""Characters below which a field of such a name holds no text."""


def with_sections(row: Object) -> Object:
    """The row with a description that holds its parts, too."""
    parts = [(head, text) for name, head in PARTS.items() if (text := _text(row.get(name)))]
    if not parts:
        return row
    whole = max((part for name in DESCRIPTION for part in raw_texts(row.get(name))), key=len, default="")
    new = [(head, text) for head, text in parts if text not in whole]
    if not new:
        return row
    joined = "".join(
        [_block(whole), *(f"<h3>{head}</h3>{_block(text)}" if head else _block(text) for head, text in new)]
    )
    return row | {"encoded": joined}


def _text(value: JSON) -> str:
    """A text, or a list of points."""
    found = raw_texts(value)
    if isinstance(value, list) and len(found) > 1:
        return "<ul>" + "".join(f"<li>{part}</li>" for part in found) + "</ul>"
    return found[0] if found and len(found[0]) >= SHORTEST else ""


def _block(part: str) -> str:
    whole = unescaped(part)
    if not whole.strip() or has_tags(whole):
        return whole
    return f"<p>{html.escape(html.unescape(whole), quote=False)}</p>".replace("\n", "<br>")
