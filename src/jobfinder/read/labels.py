"""Labelled lines: "Location: Berlin", "Standort", "Type de contrat : CDI"; which field each label names.

Pure. Called by `read.facts`. A label is a line's beginning up to a colon, or a line by itself with the value on the
next one. To extend to a language: its labels in the row of LABELS they belong to, in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jobfinder.read.lines import Line

LABELS = {
    "title": "job title|position title|title|position|role|job|stellenbezeichnung|stelle|poste|intitulé du poste|"
    "puesto|"
    "posizione|cargo|functie|functietitel|tjänst|stilling|pozice|stanowisko|vacancy|opening",
    "place": "location|locations|job location|job locations|work location|work locations|primary location|office|"
    "office location|based in|city|workplace location|place of work|standort|standorte|arbeitsort|einsatzort|dienstort|"
    "dienstsitz|ort|lieu|lieu de travail|localisation|ville|ubicación|lugar de trabajo|localidad|ciudad|provincia|sede|"
    "luogo|sede di lavoro|luogo di lavoro|localização|local|local de trabalho|cidade|locatie|standplaats|plaats|"
    "werklocatie|"
    "arbetsort|placering|placeringsort|stad|arbejdssted|arbeidssted|arbeidssted|sted|lokation|místo výkonu práce|"
    "místo výkonu|místo práce|lokalita|místo|miejsce pracy|lokalizacja|miasto|勤務地|địa điểm làm việc|location(s)|"
    "sites|site",
    "type": "employment type|type of employment|employment|job type|job types|type|contract|contract type|"
    "type of contract|"
    "position type|work type|work schedule|schedule type|time type|commitment|hours|working hours|anstellungsart|"
    "beschäftigungsart|beschäftigungsverhältnis|vertragsart|arbeitszeit|arbeitszeitmodell|umfang|pensum|"
    "type de contrat|"
    "contrat|type d'emploi|temps de travail|tipo de contrato|contrato|jornada|tipo de empleo|tipo di contratto|"
    "contratto|"
    "tipo de contratação|regime|dienstverband|contractvorm|uren|anställningsform|omfattning|ansættelsesform|ansættelse|"
    "ansettelsesform|typ úvazku|úvazek|typ smlouvy|rodzaj umowy|wymiar pracy|wymiar etatu|umowa",
    "pay": "salary|salary range|annual salary|base salary|base pay|base pay range|pay|pay range|pay rate|hourly rate|"
    "rate|"
    "wage|compensation|compensation range|salary recommendation|gehalt|vergütung|entgelt|jahresgehalt|bezahlung|"
    "salaire|"
    "rémunération|salario|retribución|sueldo|retribuzione|stipendio|ral|salário|remuneração|salaris|salarisindicatie|"
    "lön|løn|lønn|mzda|plat|wynagrodzenie|給与",
    "department": "department|departments|team|division|function|job function|category|job category|business unit|"
    "department/team|abteilung|bereich|fachbereich|service|département|direction|departamento|área|area|reparto|"
    "afdeling|avdelning|avdeling|oddělení|obor|dział|kategoria",
    "posted": "posted|posted on|date posted|posting date|post date|published|published on|publication date|job posted|"
    "veröffentlicht|veröffentlicht am|publiziert am|online seit|publié le|date de publication|publicado|"
    "fecha de publicación|pubblicato il|data di pubblicazione|publicado em|geplaatst op|publicerad|offentliggjort|"
    "zveřejněno|opublikowano|data publikacji|posted date",
    "closes": "closing date|deadline|application deadline|apply by|apply before|applications close|expires|expiry date|"
    "expiration date|valid until|end date|bewerbungsfrist|bewerbungsschluss|bewerben bis|gültig bis|date limite|"
    "date limite de candidature|candidatures jusqu'au|fecha límite|plazo|scadenza|data limite|sluitingsdatum|"
    "reageren voor|"
    "sista ansökningsdag|ansök senast|ansøgningsfrist|søknadsfrist|uzávěrka|data wygaśnięcia|aplikuj do",
    "remote": "workplace|workplace type|work mode|work model|work arrangement|work setting|location type|remote|"
    "remote work|remote work policy|remote policy|on-site/remote|arbeitsmodell|homeoffice|home office|télétravail|"
    "mode de travail|modalidad|modalidad de trabajo|teletrabajo|modalità di lavoro|modelo de trabalho|thuiswerken|"
    "distansarbete|forma práce|tryb pracy",
    "scope": "hires remotely in|remote location|remote locations|eligible locations|candidates from|open to",
    "id": "job id|job code|job number|job ref|job reference|reference|reference number|reference code|ref|ref no|ref.|"
    "requisition|requisition id|requisition number|req id|req #|req|posting id|vacancy id|position number|job req id|"
    "kennziffer|referenznummer|referenz|referenzcode|stellen-id|job-id|stellennummer|référence|réf|"
    "référence de l'offre|"
    "referencia|riferimento|codice|referência|referentie|vacaturenummer|referens|číslo|nr ref|nr ref.|"
    "numer referencyjny",
    "company": "company|company name|employer|organization|organisation|firma|unternehmen|arbeitgeber|entreprise|"
    "société|"
    "empresa|azienda|bedrijf|werkgever|arbetsgivare|arbejdsgiver|společnost|pracodawca",
    "level": "level|seniority|seniority level|experience level|career level|job level|karrierestufe|berufserfahrung|"
    "niveau|niveau d'expérience|nivel|nivel de experiencia|livello",
}
FIELD_OF = {label: field for field, labels in LABELS.items() for label in labels.split("|")}
_AMBIGUOUS = """
job|role|position|title|type|stelle|area|service|direction|function|local|ort|stad|plat|regime|remote|rate|pay|contract|
schedule|hours|plaats|sted|číslo|level|company|team|site|sites|office|expires|vacancy|opening|category|lieu|open to|
based in|candidates from|reference|codice|requisition
"""
AMBIGUOUS = frozenset(_AMBIGUOUS.replace("\n", "").split("|"))
"""Words that head a line for other reasons too: alone on a line they need their colon."""
INLINE = re.compile(r"^(?P<label>[^:：\n]{2,40}?)\s?[:：]\s?(?P<value>\S.{0,300})$", re.DOTALL)
ALONE = re.compile(r"^(?P<label>[^:：\n]{2,40}?)\s?(?P<colon>[:：])?$")
DASHED = re.compile(r"^(?P<label>[^\W\d_][\w /]{2,30}?)\s[–—-]\s(?P<value>\S.{0,200})$")
DASHED_FIELDS = frozenset({"place", "pay", "posted", "closes", "id"})
LONGEST = 200
MOST_VALUES = 6


def labelled(lines: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """The values of every field that labels name, in order. Values in a list are joined with semicolons."""
    found: dict[str, list[str]] = {}
    for field, value in _pairs(lines):
        found.setdefault(field, []).append(value)
    return {field: tuple(dict.fromkeys(values)) for field, values in found.items()}


def field_of(text: str) -> str | None:
    """The field that a line of its own is the label of."""
    match = ALONE.match(text)
    return _field(match["label"], sure=bool(match["colon"])) if match else None


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for position, line in enumerate(lines):
        match = INLINE.match(line.text[: LONGEST * 2])
        dashed = None if match else DASHED.match(line.text[: LONGEST * 2])
        field = _field(match["label"], sure=True) if match else None
        if dashed and (found := _field(dashed["label"], sure=True)) in DASHED_FIELDS:
            match, field = dashed, found
        if match and field:
            yield field, match["value"].strip()[:LONGEST]
        elif (field := field_of(line.text)) and (value := _below(lines, position + 1)):
            yield field, value


def _field(label: str, *, sure: bool) -> str | None:
    name = " ".join(label.casefold().strip(" *•-–").split())
    return None if name in AMBIGUOUS and not sure else FIELD_OF.get(name)


def _below(lines: Sequence[Line], start: int) -> str | None:
    """The value under a label: one short line, or the items of a list."""
    values: list[str] = []
    for line in lines[start : start + MOST_VALUES]:
        listed = line.item and (not values or lines[start].item)
        if len(line.text) > LONGEST or line.level or (values and not listed) or field_of(line.text):
            break
        values.append(line.text)
    return "; ".join(values) or None
