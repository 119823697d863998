"""Which links of a company's site lead to its careers pages, and which to pages about the company.

Pure. Called by `read.site` and by the step that looks for a company's board. A link is judged by its words and by its
address; where both agree it is nearly certain. To extend to a language: its words in CAREERS and ABOUT, its paths in
CAREERS_PATH and ABOUT_PATH.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote, urlsplit

from jobfinder.read.dom import Document, Link
from jobfinder.read.profiles import PROFILES
from jobfinder.read.urls import host, identity, site

Found: TypeAlias = tuple[tuple[str, float, str], ...]

CAREERS = """
careers|career|jobs|job openings|open jobs|open positions|open roles|openings|current openings|vacancies|
job vacancies|current vacancies|join us|join our team|join the team|work with us|work for us|work at|working at|
work here|we re hiring|we are hiring|now hiring|hiring|see open positions|view all jobs|view jobs|view open positions|
view open roles|browse openings|find your role|see all openings|all jobs|our jobs|careers at|jobs at|life at|
life and careers|life careers|careers culture|opportunities|career opportunities|job opportunities|employment|
explore careers|search jobs|job board|become part of the team|karriere|jobs und karriere|jobs karriere|karriere jobs|
karriere und jobs|stellen|offene stellen|stellenangebote|stellenanzeigen|offene positionen|freie stellen|jobangebote|
arbeiten bei|arbeiten bei uns|wir stellen ein|komm ins team|werde teil des teams|jobborse|emplois|emploi|carriere|
carrieres|nous rejoindre|rejoignez nous|recrutement|nos offres|offres d emploi|voir les offres|on recrute|
nous recrutons|travailler chez|postes ouverts|rejoindre l equipe|empleo|empleos|trabaja con nosotros|
trabajar con nosotros|unete|unete al equipo|unete a nosotros|vacantes|ver vacantes|ofertas de empleo|
ofertas de trabajo|carreras|talento|werken bij|werken bij ons|vacature|vacatures|werk bij ons|kom bij ons werken|
lavora con noi|carriera|posizioni aperte|trabalhe conosco|carreiras|vagas|kariera|praca
"""
CAREERS_PATH = re.compile(
    r"^(?:careers?|jobs?|join(?:-?us|-our-team|-the-team)?|open-?(?:positions|roles|jobs)|openings?|vacanc(?:y|ies)|"
    r"work-?(?:with|for|at)-?[\w-]{1,30}|work-here|hiring|we-?are-?hiring|opportunities|employment|job-?openings|"
    r"karriere|stellen(?:angebote|anzeigen)?|offene-?stellen|jobangebote|arbeiten-bei-[\w-]{1,30}|"
    r"carrieres?|emplois?|recrutement|nous-?rejoindre|rejoignez-?nous|offres(?:-d)?-?emploi|on-recrute|"
    r"empleos?|trabaja(?:r)?-?con-?nosotros|vacantes|unete[\w-]{0,20}|ofertas-de-(?:empleo|trabajo)|"
    r"vacatures?|werken-?bij[\w-]{0,30}|lavora-con-noi|posizioni-aperte|trabalhe-conosco|vagas|kariera|"
    r"life-at-[\w-]{1,30})"
    r"(?:\.html?|\.php|\.aspx)?$"
)
CAREERS_HOST = re.compile(r"^(?:careers?|jobs?|karriere|recruiting|join|work|emplois?|empleo|vacatures|werkenbij)\.")
ABOUT = """
about|about us|about the company|company|our company|who we are|our story|story|our team|team|the team|meet the team|
our mission|mission|what we do|engineering|engineering blog|tech|technology|tech blog|how we build|our technology|
our stack|tech stack|uber uns|unternehmen|das unternehmen|wer wir sind|unsere geschichte|das team|technik|technologie|
entwicklung|a propos|qui sommes nous|entreprise|notre histoire|l entreprise|notre equipe|equipe|quienes somos|
sobre nosotros|nosotros|empresa|la empresa|tecnologia|nuestra historia|acerca de|over ons|wie zijn wij|ons verhaal|
bedrijf|chi siamo|azienda|sobre nos|o nas
"""
ABOUT_PATH = re.compile(
    r"^(?:about(?:-?us|-the-company)?|company|our-(?:company|story|team|mission)|who-?we-?are|story|team|mission|"
    r"engineering|"
    r"tech(?:nology)?|ueber-?uns|uber-?uns|unternehmen|a-propos|apropos|qui-sommes-nous|entreprise|quienes-somos|"
    r"sobre-nosotros|nosotros|empresa|tecnologia|over-ons|chi-siamo|azienda|technik|technologie)(?:\.html?|\.php|"
    r"\.aspx)?$"
)
ENGINEERING = re.compile(r"engineering|tech|build|entwicklung")
ELSEWHERE = re.compile(
    r"/(?:blog|news|press|article|posts?|stories|magazine|events?|legal|privacy|login|signup|help|support)/"
)
WORD = re.compile(r"[^\W\d_]+")
TRAILING = re.compile(r"\s(?:us|page|now|here|site|portal|center|centre|overview|home)$")
MOST_WORDS = 8
MOST = 30


class _Words(NamedTuple):
    """What tells one kind of link."""

    phrases: frozenset[str]
    path: re.Pattern[str]


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(listed.replace("\n", "").split("|"))


_CAREERS = _Words(_phrases(CAREERS), CAREERS_PATH)
_ABOUT = _Words(_phrases(ABOUT), ABOUT_PATH)


def careers_links(document: Document) -> Found:
    """Links to careers pages as (address, confidence 0 to 1, words of the link), best first; each address once."""
    return _ranked(document, lambda link: _careers(link, document))


def about_links(document: Document) -> Found:
    """Links to pages about the company and its technology, on its own site, best first."""
    return _ranked(document, lambda link: _about(link, document))


def _ranked(document: Document, judge: Callable[[Link], float]) -> Found:
    own = identity(document.url)
    best: dict[str, tuple[str, float, str]] = {}
    for link in document.links():
        name = identity(link.href)
        confidence = judge(link) if name != own else 0.0
        if confidence > best.get(name, ("", 0.0, ""))[1]:
            best[name] = (link.href.partition("#")[0], confidence, link.text)
    return tuple(sorted(best.values(), key=lambda found: -found[1])[:MOST])


def _careers(link: Link, document: Document) -> float:
    if site(link.href) in PROFILES or ELSEWHERE.search(link.href):
        return 0.0
    own = site(link.href) == site(document.url)
    said = _said(link.text, _CAREERS)
    there = max(_leads(link.href, _CAREERS), float(bool(CAREERS_HOST.match(host(link.href)))) if said or own else 0.0)
    if said == 1.0:
        return 0.97 if there == 1.0 and own else 0.85 if own or there else 0.8
    if there == 1.0:
        return 0.9 if said else 0.7 if own else 0.0
    if not said:
        return 0.0
    return max(0.7 * said, 0.55 if there else 0.0) if own else 0.6 * said


def _about(link: Link, document: Document) -> float:
    if site(link.href) != site(document.url) or (ELSEWHERE.search(link.href) and not ENGINEERING.search(link.href)):
        return 0.0
    said, there = _said(link.text, _ABOUT), _leads(link.href, _ABOUT)
    if said == 1.0:
        return 0.95 if there == 1.0 else 0.85
    return max(0.6 * said, 0.65 if there == 1.0 else 0.0)


def _said(text: str, words: _Words) -> float:
    """How surely the words name such a page: 1 for one of the phrases, less where they only hold one."""
    named = _folded(text[:200])
    bare = TRAILING.sub("", named)
    if named in words.phrases or bare in words.phrases:
        return 1.0
    parts = named.split()
    if not 1 < len(parts) <= MOST_WORDS:
        return 0.0
    heads = (" ".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
    tails = (" ".join(parts[start:]) for start in range(1, len(parts)))
    if any(piece in words.phrases for piece in (*heads, *tails)):
        return 0.8 if len(parts) <= 4 else 0.6
    return 0.0


def _leads(href: str, words: _Words) -> float:
    """How surely the address is one of such a page: 1 if its last part says so, a half for pages below."""
    parts = [_folded_part(part) for part in unquote(urlsplit(href).path)[:500].split("/") if part]
    if not parts:
        return 0.0
    if words.path.match(parts[-1]):
        return 1.0
    return 0.5 if any(words.path.match(part) for part in parts[:-1]) else 0.0


def _folded(text: str) -> str:
    return " ".join(WORD.findall(_plain(text)))


def _folded_part(part: str) -> str:
    return _plain(part).replace("_", "-")


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
