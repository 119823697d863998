"""The statuses of legacy documents, and what becomes of them here. Pure; called by `documents`, `export` and `app`.

A document that ended is history: it is kept with its status and makes no work. One that was waiting or being worked on
(a crash leaves it so) is live work.
"""

from __future__ import annotations

from jobfinder.model import Verdict

LIVE = ("pending", "processing")
ENDED = ("success", "failed", "skipped", "filtered")
STATUSES = (*LIVE, *ENDED)

_SAID_OTHERWISE = {Verdict.CLOSED: "skipped", Verdict.BLOCKED: "failed"}


def is_history(status: str | None) -> bool:
    """Did an imported item end where it comes from? Then its status is its verdict."""
    return status in ENDED


def legacy_status(verdict: str | None, work_state: str | None = None) -> str:
    """How a legacy document says where an item stands.

    `verdict` is null for a live one; then `work_state`, the state of its entity's work, tells whether it is at work.
    """
    if verdict is None:
        return "processing" if work_state == "leased" else "pending"
    return _SAID_OTHERWISE.get(Verdict(verdict), verdict)
