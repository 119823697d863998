"""Pages that show nothing before their script has run, and pages that only look like it."""

from __future__ import annotations

import time

import pytest

from jobfinder.read.dom import parse
from jobfinder.read.scripted import needs_script

TEXT = "<p>We have made garden sheds in the valley since the time of our grandmothers, of larch and oak.</p>" * 20
SCRIPT = "<script src='/static/main.4f3a.js'></script>"


def asks(markup: str) -> bool:
    return needs_script(parse(markup, "https://fernbrook.example/careers"))


@pytest.mark.parametrize(
    "markup",
    [
        f"<title>Careers</title><div id='root'></div>{SCRIPT}",
        f"<div id=app><div class=spinner></div></div><script type=module src=/assets/index.js></script><p>{TEXT}</p>",
        f"<app-root></app-root>{SCRIPT}",
        "<div id='__next'></div><script>self.boot()</script>",
        f"<noscript>You need to enable JavaScript to run this app.</noscript><div></div>{SCRIPT}",
        f"<p>{'Open jobs at Fernbrook. ' * 30}</p><noscript>Bitte aktivieren Sie JavaScript.</noscript>{SCRIPT}",
        f"<p>{'Open jobs at Fernbrook. ' * 30}</p><noscript>JavaScript is required to see our jobs</noscript>{SCRIPT}",
        f"{TEXT}<h2>Open positions</h2><div class=jobs>Loading jobs…</div>{SCRIPT}",
        f"{TEXT}<h2>Offene Stellen</h2><div>Wird geladen...</div>{SCRIPT}",
        f"{TEXT}<ul><li>{{{{ job.title }}}}</li></ul>{SCRIPT}",
        f"{TEXT}<h2>{{$ job.title $}}</h2>{SCRIPT}",
        f"<header><a href=/>Home</a> <a href=/jobs>Jobs</a></header><main></main><footer>© Fernbrook</footer>{SCRIPT}",
    ],
)
def test_a_shell_needs_its_script(markup: str) -> None:
    assert asks(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<p>Nothing here.</p>",
        "<p>Nothing here.</p><script type='application/ld+json'>{}</script>",
        "<p>Nothing here.</p><script></script>",
        f"{TEXT}{SCRIPT}",
        f"<div id=root>{TEXT}</div>{SCRIPT}",
        f"{TEXT}<noscript>Please enable JavaScript for comments.</noscript>{SCRIPT}",
        f"{TEXT}<p>Loading docks, forklifts and a fine team are waiting for you in our new warehouse.</p>{SCRIPT}",
        f"{TEXT}<script type='text/template'><li>{{{{ job.title }}}}</li></script>{SCRIPT}",
    ],
)
def test_a_page_without_a_script_or_with_its_text_does_not(markup: str) -> None:
    assert not asks(markup)


@pytest.mark.parametrize(
    "markup",
    [
        f"<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>{SCRIPT}",
        f"<title>fernbrook.example</title><div id=px-captcha></div>{SCRIPT}",
        f"<p>Please verify you are a human</p>{SCRIPT}",
        f"<h1>Access denied</h1><div id=root></div>{SCRIPT}",
        "<html><head></head><body><script src='https://geo.captcha-delivery.com/captcha/x.js'></script></body></html>",
        "<iframe src='/_Incapsula_Resource?x=1'>Request unsuccessful.</iframe><script>x()</script>",
    ],
)
def test_a_wall_is_not_rendered(markup: str) -> None:
    assert not asks(markup)


def test_a_hostile_page_is_judged_quickly() -> None:
    began = time.perf_counter()
    for piece in (
        "<div id=root>",
        "enable ",
        "javascript ",
        "{{",
        "{$ a ",
        "loading ",
        "you are ",
        "<noscript>enable ",
    ):
        asks(SCRIPT + piece * (300_000 // len(piece)))
    assert time.perf_counter() - began < 20
