"""The sentence with which a page says that its role is closed.

Pure. Called by `boards` and by the step that reads a posting's page, on the page's visible text. Ordinary descriptions
speak of closing too ("applications close on 3 May", "open until the position is filled"): a sentence counts only if it
states that this role, here, now, is gone. To extend to a language: its sentences in STATED, its conditions in HEDGED.
"""

from __future__ import annotations

import re

from jobfinder.read.sentences import quote, sentences

_ROLE = (
    r"(?:this|the|that|your|our)?\s?(?:job|position|role|vacancy|opening|opportunity|requisition|advert|advertisement|"
    r"(?:job |career )?(?:posting|post|listing|offer|ad|opening|opportunity|vacancy|advert|description))"
    r"(?: (?:you(?:'re| are|’re)? [\w' ’]{2,60}|listing|posting|opening|advert|\w{1,3}[- ]?\d{2,12})){0,2},?"
)
_ADVERB = r"(?:(?:now|already|unfortunately|sadly|currently|since|recently|just|been) ){0,3}"
_GONE = (
    r"(?:filled|closed|expired|withdrawn|removed|taken down|unpublished|cancell?ed|archived|deactivated|deleted|"
    r"inactive|"
    r"unavailable|not available|not active|no longer (?:available|active|open|posted|online|vacant|valid|advertised|"
    r"live|"
    r"accepting|taking|considering|being recruited|on offer|listed|current))"
)
_ENGLISH = (
    rf"{_ROLE} (?:is|was|has|has been) {_ADVERB}{_GONE}",
    rf"{_ROLE} no longer (?:exists|available|active|accepts)",
    r"(?:is|are|we're|we’re|we are)? ?no longer (?:accepting|taking|considering|receiving) (?:new |any |further |"
    r"online )?"
    r"(?:applications?|applicants|candidates|submissions|resumes|résumés)",
    r"not (?:currently |presently )?accepting (?:new |any )?applications",
    r"applications? (?:for this \w{3,12} |to this \w{3,12} )?(?:are|is|have|has) (?:now |already |"
    r"been ){0,2}closed(?! (?:on|at|by))",
    r"application (?:period|window|deadline|process) (?:is|has|was) (?:now |already |been ){0,2}"
    r"(?:closed|ended|passed|expired|over)",
    r"we (?:have|'ve|’ve) (?:already |now )?(?:filled|closed) (?:this|the) (?:position|role|vacancy|job|opening)",
    r"(?:recruitment|hiring) for this (?:position|role|job) (?:is|has) (?:now |been ){0,2}(?:closed|completed|ended)",
    r"^(?:job|position|role|vacancy|posting|applications?)(?: (?:is|are|has been|status ?:))? ?(?:now )?"
    r"(?:closed|filled|expired|unavailable)[.!]?$",
)
_GERMAN = (
    r"(?:stelle|stellenanzeige|stellenangebot|stellenausschreibung|position|anzeige|job|jobangebot|ausschreibung|"
    r"vakanz|"
    r"inserat)(?:[^.!?\n]{0,60}?)? (?:ist|sind|wurde|steht)[^.!?\n]{0,30}? (?:besetzt|vergeben|abgelaufen|geschlossen|"
    r"deaktiviert|archiviert|entfernt|gelöscht|nicht mehr (?:verfügbar|aktuell|online|aktiv|vakant|frei|offen|gültig|"
    r"ausgeschrieben|zur verfügung))",
    r"bewerbungsfrist (?:ist|war)[^.!?\n]{0,20}? (?:abgelaufen|vorbei|beendet)",
    r"bewerbungen? (?:werden|sind|ist)[^.!?\n]{0,30}? nicht mehr (?:angenommen|entgegengenommen|möglich|"
    r"berücksichtigt)",
    r"(?:nehmen|akzeptieren)[^.!?\n]{0,30}? keine (?:weiteren |neuen )?bewerbungen mehr",
    r"stelle existiert nicht mehr",
)
_FRENCH = (
    r"(?:offre|poste|annonce|emploi|mission)(?: d['’]emploi)?[^.!?\n]{0,40}? (?:n['’]est (?:malheureusement )?plus "
    r"(?:disponible|active|en ligne|d['’]actualité|à pourvoir|valide|ouvert)|n['’]existe plus|"
    r"a (?:déjà )?été (?:pourvu|supprimé|"
    r"clôturé|fermé|retiré|désactivé)|est (?:désormais |déjà |maintenant )?(?:pourvu|expiré|clôturé|close\b|fermé)|"
    r"a expiré)",
    r"candidatures? (?:sont|est) (?:désormais |maintenant )?(?:closes?|clôturées?|fermées?)",
    r"n['’]accept(?:e|ons) plus (?:de |les )?(?:nouvelles )?candidatures",
)
_SPANISH = (
    r"(?:oferta|puesto|vacante|posición|empleo|proceso)(?: de (?:empleo|trabajo|selección))?[^.!?\n]{0,40}? (?:ya no "
    r"(?:está|se encuentra|sigue) (?:disponible|activ[oa]|vigente|abiert[oa]|publicad[oa])|ya no existe|ha sido "
    r"(?:cubiert|cerrad|retirad|eliminad|cancelad)[oa]|(?:está|se encuentra) (?:cerrad|caducad|cubiert|finalizad)[oa]|"
    r"ha (?:caducado|expirado|finalizado))",
    r"ya no (?:se )?acepta(?:n|mos)? (?:más |nuevas )?(?:solicitudes|candidaturas|postulaciones)",
    r"(?:inscripciones|candidaturas|postulaciones) (?:están )?cerradas",
)
_DUTCH = (
    r"(?:vacature|functie|baan)[^.!?\n]{0,40}? is (?:helaas |inmiddels |reeds ){0,2}(?:niet (?:meer|"
    r"langer) (?:beschikbaar|"
    r"actief|open|geldig)|gesloten|vervuld|verlopen|ingevuld)",
)
STATED = re.compile("|".join((*_ENGLISH, *_GERMAN, *_FRENCH, *_SPANISH, *_DUTCH)), re.IGNORECASE)
HEDGED = re.compile(
    r"\b(?:if|once|when|until|unless|after|before|whether|while|should|as soon as|may|might|in case|"
    r"wenn|sobald|bis|falls|solange|sofern|nachdem|si|une fois|dès que|jusqu['’]|hasta|cuando|una vez|als|zodra|"
    r"totdat)\b",
    re.IGNORECASE,
)
"""What makes a sentence a condition or a plan; it must stand before the statement."""
OTHERS = re.compile(
    r"^ ?(?:applications? |candidates |resumes |résumés )?(?:to |from |by |via |through |for )(?:external|outside|"
    r"third|agenc|"
    r"recruit|staffing|e-?mail|post\b|phone|fax|candidates (?:who|from|outside)|applicants (?:who|from|outside)|"
    r"sponsor|visa)",
    re.IGNORECASE,
)
"""Closed to some people or some ways only."""
READ = 200_000
LONGEST = 400
"""Characters of the page; of a sentence: what is longer is not the notice that a page puts up."""


def closed(text: str) -> str | None:
    """The first sentence that says that the role is no longer open, in one line; null where none does."""
    read = text[:READ]
    for start, end in sentences(read):
        if end - start > LONGEST:
            continue
        sentence = read[start:end].lstrip("-–•* ")
        for match in STATED.finditer(sentence):
            if not HEDGED.search(sentence[: match.start()]) and not OTHERS.match(sentence[match.end() :]):
                return quote(sentence)
    return None
