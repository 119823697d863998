"""The terminal: a rich console that lets no control character of the data through, whoever prints it.

Made by `session`. What it draws itself (colours, the cursor of live progress) is not touched.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from jobfinder.faces.words import plain


class Terminal(Console):
    """Every piece of text passes through `render`, nested or not."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The segments of a renderable, their text harmless."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(plain(segment.text), segment.style)
