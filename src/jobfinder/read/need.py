"""Required, welcome, or only named: what a heading and the wording of a sentence say about the skills in it.

Pure. Called by `read.skills`. To extend to a language: its words in the patterns below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from jobfinder.read.heading import may_head
from jobfinder.read.quick import WHOLE, Quick, Together
from jobfinder.read.sentences import KEPT, WORTH_KEEPING, sentences
from jobfinder.read.stems import lowered

Need: TypeAlias = Literal["required", "nice", "named"]
Sectioned: TypeAlias = tuple[tuple[int, int, Need, bool], ...]
NICE_HEADING = Quick(
    r"nice[- ]to[- ]have|bonus|preferred|plus(?:es)?\b|desirable|desired|optional|extra credit|brownie|von vorteil|"
    r"wünschenswert|idealerweise|un plus|souhait|deseable|valorable|se valora|extra points|good to have|(?:great|"
    r"good|ideal|nice) if|also have|kein muss|"
    r"pluspunkte|not a must",
    re.IGNORECASE,
)
MUST_HEADING = Quick(
    r"require|qualification|must[- ]have|what you(?:['’]ll| will)? (?:bring|need|have)|you (?:have|bring|are)|"
    r"who you are|"
    r"about you|your (?:profile|skills|background|experience)|looking for|skills|dein profil|ihr profil|das bringst du|"
    r"anforderungen|qualifikation|was du mitbringst|profil|requis|compétences|requisitos|perfil|essential|"
    r"experience|what we (?:need|expect|look for)|we expect|"
    r"to succeed|must haves?",
    re.IGNORECASE,
)
OTHER_HEADING = Quick(
    r"responsibilit|what you(?:['’]ll| will) do|your role|the role|about (?:us|the)|who we are|benefits|perks|we offer|"
    r"what we offer|tasks|aufgaben|wir bieten|über uns|missions|avantages|funciones|beneficios|our stack|tech stack|"
    r"compensation|"
    r"how to apply|interview|deine rolle|das erwartet dich|day[- ]to[- ]day|^the (?:job|company|team|details)\b|"
    r"our story|why join|in it for you|"
    r"good to know|practical matters|terms\b|at a glance|equal opportunit|diversity|next steps|our process|duties|"
    r"wer wir sind|unternehmen|bewerbung|rahmenbedingungen|vorteile|chancengleichheit|vielfalt|"
    r"^(?:still |are you )?interested\b.{0,3}$|sounds? (?:like|good)|ready to (?:join|apply)|^apply\b|^join (?:us|"
    r"our)\b|"
    r"what happens next|(?:hiring|recruitment|selection|application) process|every(?:one|body) is welcome|fairness|"
    r"inclusion|privacy|data protection|datenschutz|disclaimer|^contact|^kontakt|ansprechpartner|"
    r"what you(?:['’]ll| will)? get\b|was wir bieten|bieten wir|freu dich|interessiert\?|klingt gut|wie geht es weiter|"
    r"postuler|rejoignez|processus de recrutement|intéressée?(?:\(e\))? ?\?|qui sommes|interesa",
    re.IGNORECASE,
)
WELCOME = Quick(
    r"nice[- ]to[- ]have|\b(?:is|are|would be|als|be)? ?an? (?:big |huge |strong |definite |real )?(?:plus|bonus|"
    r"advantage|asset)\b|"
    r"\bbonus\b|\bpreferred\b|\bpreferabl[ey]\b|\bideally\b|\bdesirable\b|\badvantageous\b|\boptional\b|"
    r"not (?:required|necessary|a must)|"
    r"\bno .{0,40}(?:required|needed|necessary)\b|von vorteil|wünschenswert|idealerweise|gerne auch|\bun plus\b|"
    r"\bun atout\b|"
    r"souhaité|apprécié|deseable|valorable|se valora|would be (?:welcome|great|nice)|wäre schön|kein muss|"
    r"can learn (?:it|this|that)|\bexposure to\b",
    re.IGNORECASE,
)
NEEDED = Quick(
    r"\b(?:must|required|mandatory|essential|need to|requires|at least|minimum|proficien\w{1,6}|expert\w{0,4}|strong|"
    r"solid|deep|"
    r"proven|fluent|zwingend|voraussetzung|fundierte|sehr gute|mindestens|obligatoire|maîtrise|imprescindible)\b|"
    r"\d\+? ?years",
    re.IGNORECASE,
)
HEADINGS: tuple[tuple[Quick, Need], ...] = (
    (NICE_HEADING, "nice"),
    (MUST_HEADING, "required"),
    (OTHER_HEADING, "named"),
)
"""What opens a section; the first that matches counts."""
HEADED = Together(*(heading for heading, _ in HEADINGS))
HEADING_WORDS = 8
OURS = Quick(
    r"^(?:about (?:us|the (?:company|team))|über uns)\b|\b(?:our|unsere?n?|notre|nuestr[oa]s?) (?:\w{1,15} )?(?:stack|"
    r"technolog\w{1,3}|engineers?|platform|teams?|products?|tools?|founders?|entwickler|produkte|plattform)\b",
    re.IGNORECASE,
)
"""What the employer says of themselves: under any heading, nothing in it is asked for."""
WHOLE.join(WELCOME, NEEDED, OURS)
PARAGRAPH = 60
"""Characters from which on a line without a bullet, after lines with one, is no part of their list."""


def sectioned(text: str) -> Sectioned:
    """Each sentence with the need that its section speaks of, and whether it is a heading.

    A section ends at the next heading, and where its list is followed by a paragraph.
    """
    return _kept(text) if len(text) >= WORTH_KEEPING else _sectioned(text)


def _sectioned(text: str) -> Sectioned:
    return tuple(_sections(text))


_kept = lru_cache(maxsize=KEPT)(_sectioned)


def _sections(text: str) -> Iterator[tuple[int, int, Need, bool]]:
    spans = sentences(text)
    opened = _opened(text, spans)
    section: Need = "named"
    listed = False
    for start, end in spans:
        if start in opened:
            section, listed = opened[start], False
            yield start, end, section, True
            continue
        begins = start == 0 or text[start - 1] == "\n"
        row = text[start] in "-–*•"
        if begins and not row and listed and end - start > PARAGRAPH:
            section = "named"
        listed = row if begins else listed
        own = section != "named" and WHOLE.says(OURS, text, start, end)
        yield start, end, "named" if own else section, False


def _opened(text: str, spans: Iterable[tuple[int, int]]) -> dict[int, Need]:
    """Where headings begin, with the section that each opens."""
    lower = lowered(text)
    lines = [(start, lower[start:end]) for start, end in spans if may_head(text, start, end)]
    pieces = [line for _, line in lines]
    opened: dict[int, Need] = {}
    for heading, section in HEADINGS:
        for start, line in [lines[index] for index in HEADED.which(heading, pieces)]:
            if start not in opened and len(line.split()) <= HEADING_WORDS and heading.plain.search(line):
                opened[start] = section
    return opened


def need_of(text: str, start: int, end: int, section: Need) -> Need:
    """How much is needed what a sentence of the text names, by its wording and by its section."""
    if WHOLE.says(WELCOME, text, start, end):
        return "nice"
    return "required" if section == "named" and WHOLE.says(NEEDED, text, start, end) else section
