"""The boards there are. A board is added here, in the order of the alphabet; nothing else has to know of it.

Pure data. Read by `boards.registry`.
"""

from __future__ import annotations

from jobfinder.boards import (
    ashby,
    greenhouse,
    lever,
)
from jobfinder.boards.interface import Adapter

VENDORS: tuple[Adapter, ...] = (
    ashby,
    greenhouse,
    lever,
)
