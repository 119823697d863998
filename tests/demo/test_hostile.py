"""The traps of the hostile company: they are set for clients, and the server itself does not fall into them."""

from __future__ import annotations

import socket
import zlib

import pytest

from demo.client import get
from jobfinder.demo.addresses import nav_of, site_url
from jobfinder.demo.hostile_pages import BOMB_MEBIBYTES, TRAPS
from jobfinder.demo.server import DemoWeb


def trap(web: DemoWeb, name: str) -> str:
    company = web.company("hostile")
    return site_url(company, f"{nav_of(company).careers_path}/{name}")


def test_the_careers_page_offers_every_trap_as_an_opening(web: DemoWeb) -> None:
    page = get(web, trap(web, "")).text
    assert all(f'href="{nav_of(web.company("hostile")).careers_path}/{name}"' in page for name in TRAPS)


def test_nobody_else_sets_traps(web: DemoWeb) -> None:
    company = web.company("page")
    assert get(web, site_url(company, f"{nav_of(company).careers_path}/bomb")).status == 404


def test_the_bomb_is_small_until_it_is_unpacked(web: DemoWeb) -> None:
    answer = get(web, trap(web, "bomb"))
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.body) < 1 << 19
    unpacker, left, size = zlib.decompressobj(31), answer.body, 0
    while left:
        size += len(unpacker.decompress(left, 1 << 20))
        left = unpacker.unconsumed_tail
    assert size == BOMB_MEBIBYTES << 20


@pytest.mark.parametrize(
    ("name", "location"),
    [
        ("metadata", "http://169.254.169.254/latest/meta-data/"),
        ("loopback", "http://127.0.0.1:22/"),
        ("file", "file:///etc/hostname"),
    ],
)
def test_redirects_lead_where_nobody_may_go(web: DemoWeb, name: str, location: str) -> None:
    answer = get(web, trap(web, name))
    assert (answer.status, answer.headers["location"]) == (302, location)


def test_redirects_go_on_without_end_and_never_in_a_circle(web: DemoWeb) -> None:
    company = web.company("hostile")
    seen, path = set(), f"{nav_of(company).careers_path}/loop"
    for _ in range(60):
        path = get(web, site_url(company, path)).headers["location"]
        seen.add(path)
    assert len(seen) == 60


def test_the_flood_stops_when_nobody_reads_on(web: DemoWeb) -> None:
    host, path = web.company("hostile").host, nav_of(web.company("hostile")).careers_path
    with socket.create_connection(("127.0.0.1", web.port), timeout=60) as reader:
        reader.sendall(f"GET {path}/flood HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        received = 0
        while received < 4 << 20:
            received += len(reader.recv(1 << 16))
        assert get(web, site_url(web.company("page"))).status == 200
    assert get(web, site_url(web.company("page"))).status == 200


def test_the_flood_has_no_length_and_a_head_request_gets_none_of_it(web: DemoWeb) -> None:
    answer = get(web, trap(web, "flood"), method="HEAD")
    assert (answer.status, answer.headers["transfer-encoding"], answer.body) == (200, "chunked", b"")


def test_deep_markup_is_deep(web: DemoWeb) -> None:
    assert get(web, trap(web, "deep")).text.count("<div>") == 50_000
