"""Does a page show nothing before its script has run?

Pure. Called by `steps.web` for a page on which nothing could be read. Of a page that is there to keep machines out the
answer is no: walls are respected, not rendered. To extend: a mounting point in ROOTS, a phrase in one of the patterns.
"""

from __future__ import annotations

import re

from jobfinder.read.dom import Document

LITTLE = 250
"""Characters of visible text that make a page an empty shell, if it has a script to fill it."""

MODEST = 1_500
"""Characters up to which a page may ask for scripts, or be a wall, and mean all of itself by that."""

ROOTS = (
    "#root, #app, #__next, #__nuxt, #___gatsby, #svelte, #app-root, #react-root, #main-app, #ember-app, #q-app, "
    "app-root, [ng-app], [ng-version], [data-reactroot], [data-server-rendered]"
)
"""Where frameworks mount what they render."""

DATA = re.compile(r"json|template|speculationrules|importmap", re.IGNORECASE)
"""Types of `<script>` that are no programs."""

ASKS = re.compile(
    r"(?:enable|activate|turn on|requires?|needs?|without|aktivier\w{0,3}|benötigt|activez|activer|habilit\w{1,3}|"
    r"activ[ae]r?|abilita\w{0,2}|inschakelen|schakel|slå på|aktiver\w{0,2}|zapn\w{1,3}|povol\w{1,3})"
    r"\W[^.!?]{0,60}java ?script|java ?script\W[^.!?]{0,60}"
    r"(?:enabled|required|disabled|aktiv\w{0,8}|erforderlich|desactiv\w{1,4}|désactivé|necessari[oa]|nécessaire|vereist)",
    re.IGNORECASE,
)
LOADING = re.compile(
    r"(?:loading|please wait|wird geladen|lade|laden|chargement|veuillez patienter|cargando|caricamento|laddar|"
    r"indlæser|načítání|ładowanie)(?: [\w ]{1,40})?(?:\.{2,3}|…)?",
    re.IGNORECASE,
)
"""A line that stands where something is to appear."""

UNFILLED = re.compile(r"\{\{[^{}\n]{1,100}\}\}|\{\$[^{}\n]{1,100}\$\}|<%=[^<>\n]{1,100}%>")
"""A place in a template that the script has not filled yet."""

WALL = re.compile(
    r"just a moment|attention required|access (?:to this page )?(?:has been )?denied|are you (?:a )?(?:human|robot)|"
    r"(?:verify|verifying|confirm|prove) (?:that )?you(?: are|'re|’re) (?:a )?(?:human|not a)|checking your browser|"
    r"unusual (?:traffic|activity)|pardon our interruption|javascript and cookies to continue|request unsuccessful|"
    r"security (?:check|verification)|bot (?:detection|protection|check)",
    re.IGNORECASE,
)
WALL_PARTS = (
    "#challenge-form, #challenge-running, #challenge-error-text, #px-captcha, #cf-wrapper, "
    "script[src*='captcha-delivery' i], iframe[src*='captcha-delivery' i], [src*='_Incapsula_Resource']"
)


def needs_script(document: Document) -> bool:
    """Whether the page is likely to show more once its script has run."""
    if not _has_program(document):
        return False
    text = document.text()
    if len(text) < MODEST and _is_wall(document, text):
        return False
    return (
        len(text) < LITTLE
        or _has_empty_root(document)
        or (len(text) < MODEST and _asks(document))
        or bool(UNFILLED.search(text))
        or any(LOADING.fullmatch(line.strip()) for line in text.split("\n") if len(line) < 80)
    )


def _has_program(document: Document) -> bool:
    scripts = document.select("script")
    return any(script.attr("src") or script.text.strip() for script in scripts if not _is_data(script.attr("type")))


def _is_data(kind: str | None) -> bool:
    return bool(kind and DATA.search(kind))


def _has_empty_root(document: Document) -> bool:
    return any(len(root.text) < LITTLE // 2 for root in document.select(ROOTS))


def _asks(document: Document) -> bool:
    said = " ".join((document.text(), *(part.html[:2_000] for part in document.select("noscript")[:20])))
    return bool(ASKS.search(said))


def _is_wall(document: Document, text: str) -> bool:
    said = " ".join((document.title or "", text, *(part.html[:2_000] for part in document.select("noscript")[:20])))
    return bool(WALL.search(said)) or document.first(WALL_PARTS) is not None
