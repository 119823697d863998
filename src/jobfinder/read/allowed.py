"""Only people in these countries may apply, or all but those in these: what a passage says of where applicants live.

Pure. Called by `read.eligibility`. The place of the work is not meant: "based in Berlin" says nothing of the applicant,
"you must be based in Germany" does. To extend: what stands before the countries in LIVES, HIRES, OPEN or REMOTE, before
countries that are shut out in SHUT, countries in one word with "wide" in NATIONWIDE.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from jobfinder.read.countries_named import Named, less, named_at, named_before
from jobfinder.read.negation import NO, before
from jobfinder.read.passages import HELD, Claim, Passage, holding
from jobfinder.read.quick import Letters, Quick, Together

Codes = tuple[str, ...]
STEMS = Letters((
    "only", "remote", "based", "resid", "located", "hire", "hiring", "outside", "restricted", "limited to", "open to",
    "nur ", "wohnsitz", "ausschließlich", "résid", "basé", "solo", "eligible", "available", "candidates from",
    "applicants from", "worldwide", "télétravail", "teletrab", "deutschlandweit", "bundesweit", "österreichweit",
    "schweizweit", "anywhere", " live", "unable", "cannot", "accept", "no candidates", "no applicants",
))  # fmt: skip
HELD.join(STEMS)

_WHO = (
    r"(?:candidates?|applicants?|people|residents?|those|individuals|anyone|applications?|employees|talents?|engineers|"
    r"developers|professionals|persons|remote workers|contractors|team members|colleagues|hires|workers)"
)
_ALREADY = (
    r"(?:(?:be|currently|already|also|physically|legally|permanently|is|are|who|living|based|fully|able to|"
    r"either) ){0,4}"
)
_IN = r"(?:in|within|from|inside|of|out of|anywhere in|somewhere in)"
LIVES = Quick(
    rf"\b(?:must|should|shall|need(?:s)? to|have to|has to|required to|requires? (?:you|candidates|applicants) to) "
    rf"{_ALREADY}(?:based|located|resid(?:e|ing|ents?)|live|living|domiciled|situated|a (?:\w{{1,15}} )?resident|"
    rf"resident|present|work(?:ing)?(?: remotely)?|sit)(?: permanently| remotely| full[- ]time)? {_IN} |"
    rf"\bapply(?: only)? if you(?: currently)? (?:live|reside|are based|are located) in |"
    rf"\b(?:residency|residence|a residence|an address|wohnsitz|lebensmittelpunkt) (?:in|within) |"
    r"\b(?:résider|vivre|habiter|être basée?|basée?\(?e?\)? impérativement) (?:en|au|aux|dans|à) (?:l')?|"
    r"\b(?:residir|residencia|vivir|residentes|estar ubicad[oa]s?) en "
)
HIRES = Quick(
    r"\b(?:only|exclusively|solely|nur|ausschließlich|solo|sólo|uniquement) "
    rf"(?:(?:be|able to|currently|hir(?:e|ing)|recruit(?:ing)?|employ(?:ing)?|accept(?:ing)?|consider(?:ing|ed)?|open|"
    r"available|looking for|seeking|for|to|remote|the|bewerber(?:innen)?|bewerbungen|kandidat(?:en|innen)|mit wohnsitz|"
    rf"candidatos|candidats|candidatures|aux|con|residencia|résidant|basés|on|onboard|based|located|living|residing|"
    rf"resident|roles?|work|who are|who live|who reside|live|reside|{_WHO}) )"
    rf"{{1,8}}?(?:in|within|from|of|to|for|aus|de|en|based in|located in) |"
    rf"\b(?:hire|hiring|recruit(?:ing)?|accept(?:ing)?|consider(?:ing)?|employ)(?: \w{{1,12}}){{0,3}}? (?:only|"
    rf"exclusively) "
    r"(?:in|within|from) |\b(?:only|exclusively) (?:in|within|from) "
)
OPEN = Quick(
    rf"\b(?:open|available|restricted|limited|confined|eligible)(?: only| exclusively| solely)? (?:to|for) "
    rf"(?:(?:only|all|qualified|remote|{_WHO}|who are|who|currently|living|based|located|residing|resid(?:e|ent)|live|"
    rf"legally|permanently) ){{0,5}}(?:(?:in|of|from|within|anywhere in) )?|"
    rf"\b(?:eligible|hiring|supported|accepted|applicants?'?|candidates?'?) (?:countries|locations?|regions?)(?: are|"
    rf" is)?:? "
)
REMOTE = Quick(
    r"\b(?:remote(?:ly)?|telework|télétravail|teletrabajo|(?:home ?office|work(?:ing)? from home)(?= anywhere))"
    r"(?: work| working| position| role| job| opportunity)?(?: is| are)?(?: only| possible| anywhere| "
    r"available| allowed)? (?:in|within|from|across|throughout|innerhalb|depuis|desde|aus|"
    r"anywhere in)(?: anywhere in| ganz)? |"
    r"\b(?:remote|homeoffice|home office|work from home|wfh|anywhere)[ ,]{0,2}[(:|/-]\s?|"
    r"\bwork(?:ing)? from anywhere (?:in|within) |^anywhere (?:in|within) |\bremote, |\b(?:remote|telework) aus "
)
_FAR = r"(?:remote|home ?office|mobil\w{0,3} arbeit\w{0,2})"
NATIONWIDE = Quick(
    rf"\b{_FAR}(?: (?:möglich|arbeiten|work))?[ ,]{{1,3}}(?P<land>deutschland|bundes|österreich|schweiz)weit\b|"
    rf"\b(?P<first>deutschland|bundes|österreich|schweiz)weit\w{{0,2}} (?:100 ?% )?(?:im |aus dem )?{_FAR}\b"
)
WIDE = {"deutschland": "DE", "bundes": "DE", "österreich": "AT", "schweiz": "CH"}
LINE_END = re.compile(r"[\s)\].,;|!-]{0,4}(?:only\b|based\b|remote\b|time ?zones?\b|$|[)\].;|])")
WEAK_REMOTE = re.compile(r"[(:|/,-]\s?$")
ONLY = Quick(
    r"[ -]{0,2}(?:based |residents? |residency |resident )?(?:candidates |applicants |residents |people |"
    r"remote )?(?:only|exclusively)\b"
)
BASED = Quick(
    r"\b(?:must be|only|need to be|should be|needs to be) (?:an? |the )?(?P<row>[^.!?;]{2,40}?)[ -](?:based|"
    r"residents?)\b"
)
REMOTE_BEHIND = Quick(r"[ -]{1,3}remote\b(?=[)\].,;|! -]*$|\))")
REMOTE_START = re.compile(r"(?:^|[(|/:,-] ?)$")
HIRING = Quick(
    r"\bwe(?:'re| are)?(?: can| currently| able to| do| now)* (?:hire|hiring|employ|employing|recruit|recruiting)"
    r"(?: \w{1,12}){0,3}? (?:in|from|within) "
)
"""Where people are hired, without a word that it is there only."""
ONLY_AHEAD = re.compile(r"(?:^|[(:|/,-] ?|\bremote ?|\b(?:in|within|from|to|of|for|the|open to|available to) )$")
PLACED = re.compile(r"\b(?:in|within|from|to|of|for|the) $")
PEOPLE_NEAR = re.compile(
    r"\b(?:remote\w*|locations?|candidates?|applicants?|open|available|hir(?:e|ing)|roles?|positions?|jobs?|resid\w+|"
    r"must|"
    r"accept\w*|applications?|wfh|work from|telecommut\w+|eligib\w+|based|restricted|limited)\b"
)
PERKS = re.compile(
    r"\b(?:401|insurance|benefits?|salary|pay|bonus\w*|equity|stock|pto|leave|medical|dental|health\w*|perks?|vacation|"
    r"holidays?|stipend|compensation|tax\w*|phone|customers?|clients?|products?|users?|shipping|software|apps?|"
    r"platform|markets?|licen[sc]es?)\b"
)
OUTSIDE = Quick(
    r"\boutside(?: of)? |\bfrom outside |\baußerhalb (?:der |von |des )?|\bfuera de |\ben dehors d(?:e|u|es) "
)
SHUT = Quick(
    rf"\b(?:hire|employ|accept|consider|recruit|onboard|engage|work with|open|available|eligible|hiring|"
    rf"accepting|considering)(?: (?:{_WHO}|to|for|in|remote|work|any|currently|who|are|based|located|living|residing|"
    rf"resident|from|of|this|role|position|applications)){{0,6}}? (?:in|from|of|to|for) |"
    rf"\bno {_WHO} (?:from|in|based in|located in) |\b{_WHO} (?:in|from|based in|located in|residing in|living in) "
)
SHUT_AFTER = re.compile(r"[^.;]{0,12}\b(?:cannot|can't|will not|won't|are not|is not|may not|not be|aren't)\b")
WORLD_BUT = Quick(
    r"\b(?:worldwide|anywhere(?: in the world)?|globally|any country|all countries)[\s,(-]{1,3}(?:except(?: for|"
    r" in)?|excluding|other than|apart from|but not(?: in)?) "
)
WISHED = re.compile(r"\b(?:ideal\w*|prefer\w*|idealerweise|bevorzugt|nice to have|bonus|plus)\b")
MOST = 6
"""Places in one passage that are looked at."""


def only_and_never(passages: Sequence[Passage]) -> tuple[Claim[Codes] | None, Claim[Codes] | None]:
    """Where applicants must live, and where they must not. What is said first counts; a title before all."""
    only: Claim[Codes] | None = None
    never: Claim[Codes] | None = None
    for index in holding(STEMS, passages):
        passage = passages[index]
        if not passage.words.endswith("?"):
            only = _better(only, _only(passage))
            never = never or _never(passage)
    return only, never


def _better(one: Claim[Codes] | None, other: Claim[Codes] | None) -> Claim[Codes] | None:
    """The first, unless only the second is stated."""
    return other if one is None or (other and other.stated and not one.stated) else one


def _only(passage: Passage) -> Claim[Codes] | None:
    for row, ahead in _rows(passage):
        if row.codes and not WISHED.search(ahead):
            return Claim(row.sorted, passage, row.grain != "city")
    for match in _some(HIRING, passage.words):
        hired = named_at(passage.words, match.end())
        if hired and hired.codes and not NO.search(before(passage.words, match.start()) + match[0]):
            return Claim(hired.sorted, passage, stated=False)
    return None


def _rows(passage: Passage) -> Iterator[tuple[Named, str]]:
    """Countries that are named as the only ones, with the words of the clause before them."""
    words = passage.words
    for pattern in (HIRES, LIVES, OPEN):
        for match in _some(pattern, words):
            row = named_at(words, match.end(), cities=pattern is LIVES)
            ahead = before(words, match.start())
            if row and not NO.search(ahead) and not (SHUT_AFTER.match(words, row.end) or _perk(pattern, words)):
                yield row, ahead
    for match in _some(REMOTE, words):
        row = named_at(words, match.end())
        ahead = before(words, match.start())
        loose = WEAK_REMOTE.search(match[0]) is not None or match[0] == "remote, "
        if row and not NO.search(ahead) and not (loose and not LINE_END.match(words, row.end)):
            yield row, ahead
    for match in _some(NATIONWIDE, words):
        if not NO.search(before(words, match.start())):
            land = WIDE[match["land"] or match["first"]]
            yield Named(frozenset({land}), match.end(), "country"), ""
    yield from _behind(passage)
    for match in _some(OUTSIDE, words):
        row = named_at(words, match.end())
        clause = before(words, match.start()) + words[match.end() : match.end() + 100]
        if row and NO.search(clause) and PEOPLE_NEAR.search(words):
            yield row, ""


def _behind(passage: Passage) -> Iterator[tuple[Named, str]]:
    """Countries before a word that makes them the only ones: "US only", "must be US-based"."""
    words = passage.words
    for match in _some(ONLY, words):
        row = named_before(words, match.start())
        if row and _of_people(passage, words[: row.end], match[0] + words[match.end() :]):
            yield less(row, words, match.end()), words[: row.end][-40:]
    for match in _some(REMOTE_BEHIND, words):
        row = named_before(words, match.start())
        if row and REMOTE_START.search(words[: row.end]):
            yield row, ""
    for match in _some(BASED, words):
        row = named_at(words, match.start("row"))
        if row and row.end >= match.end("row") and not NO.search(before(words, match.start())):
            yield row, before(words, match.start())


def _of_people(passage: Passage, ahead: str, behind: str) -> bool:
    """Does "US only" speak of applicants, not of a benefit or a product?"""
    if not ONLY_AHEAD.search(ahead) or PERKS.search(ahead) or NO.search(ahead[-40:]):
        return False
    if PEOPLE_NEAR.search(ahead + behind[:60]):
        return True
    return (passage.title and not PLACED.search(ahead)) or not ONLY.pattern.sub("", ahead + behind).strip(" ()[].!-:,")


def _perk(pattern: Quick, words: str) -> bool:
    return (
        pattern is not LIVES and PERKS.search(words) is not None and not re.search(r"hir|applica|candidat|resid", words)
    )


def _never(passage: Passage) -> Claim[Codes] | None:
    words = passage.words
    for match in _some(WORLD_BUT, words):
        row = named_at(words, match.end())
        if row and row.grain == "country" and row.codes:
            return Claim(row.sorted, passage)
    for match in _some(SHUT, words):
        row = named_at(words, match.end())
        if not row or row.grain != "country" or not row.codes or PERKS.search(words):
            continue
        if NO.search(before(words, match.start()) + match[0][:3]) or SHUT_AFTER.match(words, row.end):
            return Claim(row.sorted, passage)
    return None


ALL = Together(HIRES, LIVES, OPEN, REMOTE, NATIONWIDE, OUTSIDE, ONLY, REMOTE_BEHIND, BASED, HIRING, SHUT, WORLD_BUT)


def _some(pattern: Quick, words: str) -> Iterable[re.Match[str]]:
    return islice(pattern.pattern.finditer(words), MOST) if ALL.standing(words)[pattern] else ()
