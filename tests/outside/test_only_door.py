"""Threat 1: no module but those of `outside` can open a connection or start a program. Read from the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import jobfinder

ROOT = Path(jobfinder.__file__).parent
MODULES = {
    *("socket", "_socket", "ssl", "selectors", "socketserver", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib"),
    *(
        "http.client",
        "http.server",
        "http.cookiejar",
        "urllib.request",
        "urllib.robotparser",
        "xmlrpc",
        "wsgiref",
        "webbrowser",
    ),
    *("httpx", "httpx2", "httpcore", "httpcore2", "h11", "h2", "requests", "urllib3", "aiohttp", "anyio", "websockets"),
    *("pydantic_ai", "genai_prices", "openai", "anthropic", "google"),
    *("playwright", "subprocess", "multiprocessing", "pebble", "pty", "ctypes", "psycopg"),
}
"""Ways to the network, and to programs that have ways of their own."""
CALLS = {
    *("open_connection", "open_unix_connection", "create_connection", "create_unix_connection", "sock_connect"),
    *("create_datagram_endpoint", "create_subprocess_exec", "create_subprocess_shell", "subprocess_exec"),
    *("subprocess_shell", "system", "popen", "execv", "execve", "posix_spawn", "spawnv", "getaddrinfo", "urlopen"),
    *("start_server", "start_unix_server", "create_server", "__import__"),
}
"""Attributes of what anybody may import (`asyncio`, `os`, a loop) that do the same."""
ALLOWED = {
    "demo/ai.py": {"start_server"},
    "demo/server.py": {"start_server"},
    "store/db.py": {"psycopg"},
}
"""The demo and the scripted models serve, and the database's driver has the connection that the seeker named."""


def modules() -> Iterator[Path]:
    """All of the package except the room with the doors."""
    for path in sorted(ROOT.rglob("*.py")):
        if path.relative_to(ROOT).parts[0] != "outside":
            yield path


def ways_out(source: str) -> set[str]:
    """What in this source may open a connection or start a program."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {known for alias in node.names if (known := known_module(alias.name))}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {known for name in (node.module or "", *names) if (known := known_module(name))}
            found |= {alias.name for alias in node.names} & CALLS
        elif isinstance(node, ast.Attribute) and node.attr in CALLS:
            found.add(node.attr)
        elif isinstance(node, ast.Name) and node.id in CALLS:
            found.add(node.id)
    return found


def known_module(name: str) -> str | None:
    """The module of the list that a dotted name is, or is in."""
    parts = name.split(".")
    heads = (".".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((head for head in heads if head in MODULES), None)


def test_there_is_no_other_door() -> None:
    for path in modules():
        name = path.relative_to(ROOT).as_posix()
        extra = ways_out(path.read_text("utf-8")) - ALLOWED.get(name, set())
        assert not extra, f"{name} has ways out of its own: {sorted(extra)}"


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import http.client as web",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import urllib.request",
        "def f():\n    from playwright.async_api import async_playwright",
        "import asyncio\nasync def f():\n    await asyncio.open_connection('a', 1)",
        "from asyncio import open_connection",
        "import os\nos.system('curl a')",
        "if True:\n    import httpx2._client",
        "__import__('socket')",
    ],
)
def test_the_test_sees_them(source: str) -> None:
    assert ways_out(source)


@pytest.mark.parametrize(
    "source", ["from urllib.parse import quote", "import html", "import asyncio\nasyncio.sleep(1)"]
)
def test_and_nothing_else(source: str) -> None:
    assert not ways_out(source)


# ---------------------------------------------------------------- who reads what strangers wrote

READERS = {"parse", "sightings", "document", "careers_links", "about_links", "facts", "postings", "page_of"}
"""Functions that take markup or bytes; what calls them is handed to `Outside.read`."""


def read_in_place(source: str) -> set[str]:
    """The names of functions by which steps read fetched bytes themselves: in a coroutine, on the event loop."""
    found = set()
    tree = ast.parse(source)
    pure = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and calls(node) & READERS}
    for node in tree.body:
        if isinstance(node, ast.AsyncFunctionDef | ast.ClassDef):
            found |= calls(node) & (READERS | pure)
    return found


def calls(node: ast.AST) -> set[str]:
    """The names of all functions called inside."""
    called = [inner.func for inner in ast.walk(node) if isinstance(inner, ast.Call)]
    names = {one.attr for one in called if isinstance(one, ast.Attribute)}
    return names | {one.id for one in called if isinstance(one, ast.Name)}


@pytest.mark.parametrize("path", sorted((ROOT / "steps").glob("*.py")), ids=lambda path: path.stem)
def test_steps_have_what_strangers_wrote_read_elsewhere(path: Path) -> None:
    assert not read_in_place(path.read_text("utf-8"))


def test_a_step_that_reads_itself_is_seen() -> None:
    assert read_in_place("async def run(given, outside):\n    return registry.parse(ref, await outside.fetch(x))")
    assert read_in_place("def own(r):\n    return document(r)\nasync def run(given, outside):\n    own(1)")
    assert not read_in_place("async def run(given, outside):\n    return await outside.read(registry.parse, ref, x)")
