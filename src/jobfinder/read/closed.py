"""The sentence with which a page says that its role is closed.

Pure. Called by `boards` and by the step that reads a posting's page, on the page's visible text. Ordinary descriptions
speak of closing too ("applications close on 3 May", "open until the position is filled"): a sentence counts only if it
states that this role, here, now, is gone. To extend to a language: its sentences in STATED, the stems of their words in
STEMS, its conditions in HEDGED.
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
    rf"(?:requested )?{_ROLE} (?:(?:could|can) ?not be|(?:was|is) not|does not|doesn['’]t) (?:found|exist)"
    r"(?! (?:in|on|as|to|at|for|without|only|anywhere))",
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
_ITALIAN = (
    r"(?:offerta|posizione|annuncio|vacancy|ricerca|"
    r"candidatura)(?: di lavoro)?[^.!?\n]{0,40}? (?:non è più (?:disponibile|"
    r"attiv[ao]|apert[ao]|valid[ao]|online)|è (?:stat[ao] )?(?:chius[ao]|scadut[ao]|copert[ao]|rimoss[ao]|"
    r"complet\w{1,3})|"
    r"non esiste più)",
    r"(?:candidature|iscrizioni) (?:sono )?chiuse|non (?:si accettano|accettiamo) più candidature",
)
_PORTUGUESE = (
    r"(?:vaga|oportunidade|posição|anúncio|processo seletivo|"
    r"oferta)(?: de emprego)?[^.!?\n]{0,40}? (?:(?:já )?não (?:está|"
    r"se encontra) (?:mais )?(?:disponível|ativ[ao]|abert[ao])|não existe mais|(?:foi|está|já foi) (?:encerrad|"
    r"preenchid|"
    r"fechad|expirad|removid|cancelad)[ao]|expirou)",
    r"(?:inscrições|candidaturas) (?:estão )?(?:encerradas|fechadas)",
)
_POLISH = (
    r"(?:oferta|ogłoszenie|rekrutacja|stanowisko|praca)[^.!?\n]{0,40}? (?:(?:jest|są) (?:już )?(?:nieaktualn|nieaktywn|"
    r"zamknięt|niedostępn|wygasł)\w{1,2}|wygasł[ao]|został[ao]? (?:już )?(?:zakończon|zamknięt|usunięt)[aeoy]|"
    r"nie jest już (?:dostępn|aktualn|aktywn)\w{1,2}|(?:jest )?nieaktualn\w{1,2}|zakończon[ao])",
)
_CZECH = (
    r"(?:nabídka|pozice|inzerát|pracovní místo|místo|volné místo|nábor|výběrové řízení)[^.!?\n]{0,40}? (?:(?:již |už )?"
    r"(?:není|nie je) (?:již |už )?(?:aktuální|aktivní|dostupn\w{1,2}|k dispozici|platn\w{1,2}|zveřejněn\w{1,2})|"
    r"(?:je|byla|byl|bylo|již|už) (?:již |už )?(?:obsazen|uzavřen|ukončen|neaktivn|neaktuáln|pozastaven|expirovan|"
    r"smazán|"
    r"vypršel|odstraněn)\w{0,2}|(?:již |už )?(?:vypršela|vypršel|skončila|expirovala))",
)
_NORDIC = (
    r"(?:annonsen|tjänsten|jobbet|jobbannonsen|rekryteringen|stillingen|jobbet|annoncen|jobopslaget|utlysningen)"
    r"[^.!?\n]{0,30}? (?:är|er|har) (?:\w{1,10} ){0,2}?(?:inte längre (?:tillgänglig|aktiv|öppen|publicerad)|"
    r"tillsatt|avslutad|"
    r"stängd|utgått|löpt ut|ikke længere (?:tilgængelig|aktiv|åben)|ikke lenger (?:tilgjengelig|aktiv|ledig)|besat|"
    r"besatt|"
    r"lukket|utløpt|udløbet|avsluttet|trukket)",
    r"sista ansökningsdag(?:en)? har passerat|ansøgningsfristen er (?:udløbet|overskredet)|søknadsfristen (?:er|"
    r"har) (?:gått ut|"
    r"utløpt|passert)",
)
_FINNISH_HUNGARIAN = (
    r"(?:työpaikka|hakuaika|ilmoitus|rekrytointi)[^.!?\n]{0,30}? (?:ei ole enää (?:avoinna|voimassa|haettavissa)|"
    r"on (?:päättynyt|"
    r"sulkeutunut|täytetty))",
    r"(?:állás|pozíció|hirdetés)[^.!?\n]{0,40}? (?:már nem (?:elérhető|aktuális|aktív)|(?:betöltve|lejárt|lezárult|"
    r"megszűnt))",
)
_ALL = (
    *(*_ENGLISH, *_GERMAN, *_FRENCH, *_SPANISH, *_DUTCH, *_ITALIAN, *_PORTUGUESE, *_POLISH, *_CZECH, *_NORDIC),
    *_FINNISH_HUNGARIAN,
)
STATED = re.compile("|".join(_ALL), re.IGNORECASE)
_STEMS = (
    "filled|closed|expired|withdrawn|removed|taken down|unpublished|cancel|archived|deactivated|deleted|inactive|"
    "unavailable|not a|no longer|not found|not be found|not exist|n't exist|n’t exist|accepting|ended|passed|over|"
    "completed|besetzt|vergeben|abgelaufen|geschlossen|deaktiviert|archiviert|entfernt|gelöscht|nicht mehr|vorbei|"
    "beendet|"
    "keine |plus|pourvu|supprim|clôtur|ferm|retir|désactiv|expir|clos|ya no|cubiert|cerrad|retirad|eliminad|cancelad|"
    "caducad|finalizad|niet |gesloten|vervuld|verlopen|ingevuld|non è più|chius|scadut|copert|rimoss|complet|"
    "non esiste|"
    "più cand|não |encerrad|preenchid|fechad|removid|nieaktualn|nieaktywn|zamknięt|niedostępn|wygasł|zakończon|usunięt|"
    "nie jest|není|nie je|obsazen|uzavřen|ukončen|neaktivn|neaktuáln|pozastaven|smazán|vyprš|odstraněn|skončil|längre|"
    "tillsatt|avslutad|stängd|utgått|löpt ut|længere|lenger|besat|lukket|utløpt|udløbet|avsluttet|trukket|passerat|"
    "overskredet|gått ut|passert|enää|päättynyt|sulkeutunut|täytetty|már nem|betöltve|lejárt|lezárult|megszűnt"
)
STEMS = tuple(_STEMS.split("|"))
"""Words without which no sentence above says that anything is gone: most pages have none, and are done."""
HEDGED = re.compile(
    r"\b(?:if|once|when|until|unless|after|before|whether|while|should|as soon as|may|might|in case|"
    r"wenn|sobald|bis|falls|solange|sofern|nachdem|si|une fois|dès que|jusqu['’]|hasta|cuando|una vez|als|zodra|"
    r"totdat|se|quando|fino|até|jeśli|gdy|dopóki|pokud|jakmile|až|dokud|om|när|hvis|når|jos|kun|ha|amíg)\b",
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
    lowered = read.lower()
    stems = [stem for stem in STEMS if stem in lowered]
    if not stems:
        return None
    for start, end in sentences(read):
        if end - start > LONGEST:
            continue
        sentence = read[start:end].lstrip("-–•* ")
        plain = sentence.lower()
        if any(stem in plain for stem in stems) and _says_so(sentence):
            return quote(sentence)
    return None


def _says_so(sentence: str) -> bool:
    """Does the sentence state it, without a condition before and without a restriction behind?"""
    return any(
        not HEDGED.search(sentence[: match.start()]) and not OTHERS.match(sentence[match.end() :])
        for match in STATED.finditer(sentence)
    )
