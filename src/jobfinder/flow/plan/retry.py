"""Back-off: what a failed step may do next. Pure arithmetic on stored progress, so that resync reproduces it."""

from __future__ import annotations

import hashlib

from jobfinder.flow.facts import Progress

SAME_CLASS = 5
TOTAL = 8
FIRST = 30.0
FACTOR = 4.0
LONGEST = 6 * 3600.0


def failed_here(progress: Progress | None, fingerprint: str) -> Progress | None:
    """The failure that counts against a run with these inputs, or null: other inputs start afresh."""
    if progress is None or progress.error_kind is None or progress.tried != fingerprint:
        return None
    return progress


def exhausted(progress: Progress) -> bool:
    """Bounded: so many of one class in a row, so many in all."""
    return progress.attempts >= SAME_CLASS or progress.total >= TOTAL


def retry_at(progress: Progress, seed: str) -> float:
    """When to try again, epoch seconds: growing by class, spread by a jitter that is a function of `seed`."""
    delay = min(FIRST * FACTOR ** min(max(progress.attempts - 1, 0), 16), LONGEST)
    digest = hashlib.blake2b(f"{seed}:{progress.total}".encode(), digest_size=4).digest()
    jitter = int.from_bytes(digest, "big") / 2**32
    return (progress.tried_at or 0.0) + delay * (1.0 + 0.25 * jitter)
