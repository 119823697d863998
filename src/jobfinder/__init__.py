"""jobfinder: a bare URL in, explained job matches out. These are the public names; a test pins them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jobfinder.errors import JobFinderError, StoreError, UsageError
from jobfinder.model import JobQueueItem, Posting

if TYPE_CHECKING:
    from jobfinder.app import JobFinder

__all__ = ["JobFinder", "JobFinderError", "JobQueueItem", "Posting", "StoreError", "UsageError"]


def __getattr__(name: str) -> Any:
    # Loaded on first use: reading the version or an error class should not load an HTTP library.
    if name == "JobFinder":
        from jobfinder.app import JobFinder

        return JobFinder
    raise AttributeError(f"module 'jobfinder' has no attribute {name!r}")
