"""Repeatable chance: the same key gives the same throws in every process. Used by everything that generates."""

from __future__ import annotations

import hashlib
import random
import uuid
from collections.abc import Sequence


def dice(*key: object) -> random.Random:
    """A source of chance that depends on nothing but `key`."""
    return random.Random("/".join(str(part) for part in key))


def some(chance: random.Random, values: Sequence[str], low: int, high: int) -> tuple[str, ...]:
    """Between `low` and `high` different values, or all there are, in random order."""
    count = min(len(values), chance.randint(low, high))
    return tuple(chance.sample(values, count))


def number(*key: object) -> int:
    """A 64-bit number that depends on nothing but `key`; cheaper than `dice` for one throw."""
    text = "/".join(str(part) for part in key)
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def identifier(*key: object) -> str:
    """A version 4 UUID that depends on nothing but `key`."""
    text = "/".join(str(part) for part in key)
    return str(uuid.UUID(bytes=hashlib.blake2b(text.encode(), digest_size=16).digest(), version=4))
