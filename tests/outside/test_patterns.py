"""Threat 10: every regular expression of ours, on long and dull texts, is done in time that grows with their length."""

from __future__ import annotations

import ast
import asyncio
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import jobfinder
from jobfinder.errors import Broken
from jobfinder.outside.parsers import Parsers
from jobfinder.outside.settings import Parsing

LENGTH = 60_000
DULL = ("a", " ", "\n", "1", ",", "<", "-", "a 1,<- ", "1,000 ")
"""What the texts are made of."""
WATCHDOG = Parsing(seconds=6, patience=600)
"""For all texts and one expression. One that reads each character a bounded number of times takes a fiftieth."""
ROOMS = ("boards", "read", "match", "steps", "flow", "store", "legacy", "faces", "outside", "demo")


def patterns(room: str) -> dict[re.Pattern[Any], str]:
    """The expressions of the modules in a room, each with where it is to be found."""
    found: dict[re.Pattern[Any], str] = {}
    prefix = f"jobfinder.{room}"
    package = importlib.import_module(prefix)
    for name in (prefix, *(module.name for module in pkgutil.walk_packages(package.__path__, f"{prefix}."))):
        if not name.endswith("__main__") and ".migrations." not in name:
            module = importlib.import_module(name)
            for path, pattern in (*inside(vars(module), name), *spelt_out(Path(str(module.__file__)), name)):
                found.setdefault(pattern, path)
    return found


def inside(value: Any, path: str, depth: int = 3) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The expressions in a module's names, and in the tuples and dictionaries there."""
    if isinstance(value, re.Pattern):
        yield path, value
    elif depth and isinstance(value, dict):
        for key, one in list(value.items()):
            if not str(key).startswith("__"):
                yield from inside(one, f"{path}.{key}", depth - 1)
    elif depth and isinstance(value, tuple | list):
        for number, one in enumerate(value):
            yield from inside(one, f"{path}.{number}", depth - 1)


def spelt_out(path: Path, name: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The expressions that functions spell out: `re.sub(r"...", …)`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            first = node.args[0]
            known = node.func.attr == "escape" or (node.func.attr == "compile" and len(node.args) > 1)
            if of_re and not known and isinstance(first, ast.Constant):
                yield f"{name}:{node.lineno}", re.compile(first.value)


def exercise(pattern: str | bytes, flags: int) -> None:
    """Everything that can be done with an expression, on every text."""
    compiled = re.compile(pattern, flags)
    for part in DULL:
        text = (part * (LENGTH // len(part) + 1))[:LENGTH]
        subject: Any = text if isinstance(pattern, str) else text.encode()
        for _ in compiled.finditer(subject):
            pass
        compiled.fullmatch(subject)


def test_every_room_is_looked_at() -> None:
    there = {module.name.split(".")[1] for module in pkgutil.walk_packages(jobfinder.__path__, "jobfinder.")}
    packages = {name for name in there if hasattr(importlib.import_module(f"jobfinder.{name}"), "__path__")}
    assert packages <= set(ROOMS) | {"fleet"}
    alone = [name for name in there - packages if name != "__main__"]
    assert not [path for name in alone for path, _ in inside(vars(importlib.import_module(f"jobfinder.{name}")), name)]


@pytest.mark.parametrize("room", ROOMS)
async def test_no_expression_stalls(room: str) -> None:
    parsers = Parsers(["outside.test_patterns"])
    found = patterns(room)

    async def stalls(pattern: re.Pattern[Any]) -> bool:
        try:
            await parsers.read(WATCHDOG, exercise, pattern.pattern, pattern.flags)
        except Broken:
            return True
        return False

    stalled = await asyncio.gather(*map(stalls, found))
    parsers.close()
    slow = [
        f"{path} = {pattern.pattern!r}"
        for (pattern, path), is_slow in zip(found.items(), stalled, strict=True)
        if is_slow
    ]
    assert not slow, "\n".join(slow)


async def test_one_that_stalls_is_seen() -> None:
    parsers = Parsers(["outside.test_patterns"])
    with pytest.raises(Broken):
        await parsers.read(Parsing(seconds=1), exercise, r"\s*x", 0)
    parsers.close()
