"""What the routes of providers, sites and the aggregator have in common: closed roles and listings cut short."""

from __future__ import annotations

from collections.abc import Callable

from jobfinder.demo.answer import Answer, gone, html, json, missing, redirect
from jobfinder.demo.live import Closing

CUT_SHORT = html("<!DOCTYPE html><title>Error</title><h1>500</h1><p>Something went wrong.</p>", 500)


def posting_page(how: Closing | None, page: Callable[[bool], str], board: str) -> Answer:
    """A posting for people. `page` draws it, closed or not; `board` is where a closed one may redirect to."""
    if how is Closing.GONE:
        return gone()
    if how is Closing.MISSING:
        return missing()
    if how is Closing.REDIRECT:
        return redirect(board)
    return html(page(how is Closing.STATED))


def posting_data(how: Closing | None, data: Callable[[], object], absent: object) -> Answer:
    """A posting for programs, which are told with a status that it is closed, whatever people are shown."""
    if how in (None, Closing.DELIST):
        return json(data())
    return json(absent, 410 if how is Closing.GONE else 404)
