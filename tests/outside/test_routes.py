"""`connect_to`: what can be written, what is found, what is said when it cannot be read."""

from __future__ import annotations

import pytest

from jobfinder.errors import UsageError
from jobfinder.outside.http import Door
from jobfinder.outside.routes import Route, find_route, read_routes
from jobfinder.outside.settings import Network


def test_an_entry_names_a_pattern_an_address_and_a_port() -> None:
    assert read_routes(["*=127.0.0.1:8901", " *.Acme.example = [::1]:80 "]) == (
        Route(pattern="*", address="127.0.0.1", port=8901),
        Route(pattern="*.acme.example", address="::1", port=80),
    )


def test_the_first_matching_pattern_wins() -> None:
    routes = read_routes(["jobs.acme.example=127.0.0.1:1", "*.acme.example=127.0.0.1:2"])
    found = {host: find_route(routes, host) for host in ("JOBS.acme.example", "www.acme.example", "acme.example")}
    assert {host: route and route.port for host, route in found.items()} == {
        "JOBS.acme.example": 1,
        "www.acme.example": 2,
        "acme.example": None,
    }


@pytest.mark.parametrize(
    "entry",
    [
        "",
        "*",
        "*=",
        "=127.0.0.1:80",
        "*=127.0.0.1",
        "*=127.0.0.1:",
        "*=127.0.0.1:0",
        "*=127.0.0.1:65536",
        "*=127.0.0.1:http",
        "*=127.0.0.1:٨٠",
        "*=localhost:80",
        "*=127.1:80",
        "*=::1:80",
        "*=[127.0.0.1]:80",
        "*=http://127.0.0.1:80",
    ],
)
def test_an_unreadable_entry_is_a_usage_error_that_quotes_it(entry: str) -> None:
    with pytest.raises(UsageError) as caught:
        Door(Network(connect_to=(entry,)), now=lambda: 0.0)
    assert repr(entry) in str(caught.value)
    assert "HOSTPATTERN=ADDR:PORT" in str(caught.value)
