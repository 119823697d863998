"""Functions that misbehave, for the processes that read: they are known there by the name of this module."""

from __future__ import annotations

import ctypes
import os
import re
import sys
import time
from typing import NoReturn

from jobfinder.errors import Broken, Fault, Gone, Later, Refused

RAISED = {
    "later": Later("come back", at=12.5, lane="host:a.example"),
    "gone": Gone("not there", certain=True),
    "refused": Refused("a wall"),
    "broken": Broken("not understood"),
    "fault": Fault("failed", kind="http-500"),
}


def echo(value: object) -> object:
    return value


def pid() -> int:
    return os.getpid()


def raise_(name: str) -> NoReturn:
    raise RAISED[name]


def stumble() -> NoReturn:
    raise KeyError("a defect\nof ours")


def spin() -> NoReturn:
    while True:
        pass


def match_for_ever() -> object:
    """Stuck inside C code, which no Python signal handler interrupts."""
    return re.match(r"(a+)+$", "a" * 60 + "b")


def sleep() -> None:
    time.sleep(1000)


def swell() -> int:
    return len(b"".join([bytes(1024 * 1024) for _ in range(1_000)]))


def hold(megabytes: int) -> int:
    return len(b"x" * (megabytes * 1024 * 1024))


def crash() -> None:
    ctypes.string_at(0)


def leave() -> NoReturn:
    os._exit(7)


def chat() -> str:
    print("hello from the reader", flush=True)
    os.write(1, b"bytes that are no answer")
    return sys.stdin.read()
