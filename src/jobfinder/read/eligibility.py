"""Who may apply, as the text of a posting says it: from where, with which papers, with whose help, at what hours.

Pure. Called by `match.offer`, on title and description together. Every field is read by its own module: `allowed`,
`authorisation`, `sponsorship`, `clearance`, `timezones`; they share the cutting and folding of `passages`, the reach of
a denial in `negation` and the rows of countries in `countries_named`. To extend: see the module of the field.
"""

from __future__ import annotations

from jobfinder.read.allowed import only_and_never
from jobfinder.read.authorisation import rights
from jobfinder.read.clearance import clearance
from jobfinder.read.fact import Eligibility
from jobfinder.read.passages import fact, passages
from jobfinder.read.quick import Letters
from jobfinder.read.sponsorship import relocation, sponsorship
from jobfinder.read.timezones import hours

STEMS = Letters((
    "sponsor", "visa", "visum", "h1b", "h-1b", "immigration", "permi", "arbeitserlaubnis", "arbeitsgenehm",
    "aufenthalt", "parrain", "patrocin", "authori", "autori", "relocat", "umzug", "déménag", "relocalis", "mobilité",
    "reubica", "mudanza", "traslado", "clearance", "background", "polygraph", "sicherheits", "habilit", "vett",
    "führungszeugnis", "criminal", "dbs", "screening", "cleared", "clearable", "police", "judiciaire", "antecedentes",
    "secret", "bpss", "ts/sci", " trust", "utc", "gmt", "cet", "zone", "overlap", "eastern", "pacific", " est", "edt",
    "pst", "hours", "shift", "fuseau", "huso", "only", "remote", "based", "resid", "located", "hire", "hiring",
    "outside", "available", "candidates", "applicants", "anywhere", "worldwide", "télétravail", "teletrab",
    "deutschlandweit", "bundesweit", "österreichweit", "schweizweit", "wohnsitz", "ausschließlich", "bewerber",
    "solo", "résid", "eligib", "restrict", "limited", " live", "open", "entitle", "citizen", "staatsb",
    "staatsang", "ciudadan", "passport", "nationals", "nationalit", "nacionalidad", " green", "right", " person",
    "unable", "mst", "cannot", "accept",
))  # fmt: skip
"""Every passage that a reader can make anything of holds one of these; the others are not even folded."""


def eligibility(text: str) -> Eligibility:
    """Who may apply. `text` is a posting's title and description; what it does not say is null."""
    read = passages(text, STEMS)
    only, never = only_and_never(read)
    authorised, citizens = rights(read)
    return Eligibility(
        only=fact(text, only),
        never=fact(text, never),
        authorised=fact(text, authorised),
        citizens=fact(text, citizens),
        sponsorship=fact(text, sponsorship(read)),
        relocation=fact(text, relocation(read)),
        clearance=fact(text, clearance(read)),
        hours=fact(text, hours(read)),
    )
