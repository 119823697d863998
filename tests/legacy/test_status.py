"""Statuses then and now (A67, A68)."""

from __future__ import annotations

from jobfinder.legacy.status import STATUSES, is_history, legacy_status
from jobfinder.model import Verdict


def test_every_verdict_has_a_status_of_then_that_is_history() -> None:
    assert {verdict: legacy_status(verdict) for verdict in Verdict} == {
        "success": "success",
        "filtered": "filtered",
        "skipped": "skipped",
        "closed": "skipped",
        "blocked": "failed",
        "failed": "failed",
    }
    assert all(is_history(legacy_status(verdict)) for verdict in Verdict)


def test_what_was_left_pending_or_processing_is_live_work() -> None:
    live = [status for status in (None, *STATUSES) if not is_history(status)]
    assert live == [None, "pending", "processing"]
    assert legacy_status(None, "leased") == "processing"
    assert legacy_status(None, "waiting") == legacy_status(None) == "pending"
