"""The command reference, written from the commands: `python -m jobfinder.faces.reference > docs/commands.md`.

A test compares the file with `text()`, so that it is never out of date. To change a page, change the docstring or the
parameters of its command.
"""

from __future__ import annotations

import re
import sys

from jobfinder.faces.cli import ANYWHERE, EXIT_CODES, app

STARTED = re.compile(r"^(jobfinder .*?) -m [\w.]+", re.MULTILINE)
"""The way in which this program was started, which cyclopts puts into the usage of commands within commands."""
TITLE = f"""# Commands

Written by `python -m jobfinder.faces.reference`; `jobfinder COMMAND --help` shows the same.

{EXIT_CODES}
"""


def text() -> str:
    """The whole page, in Markdown."""
    made = app.generate_docs(usage_name="jobfinder")
    # The groups below list every command already; the table of contents before them would only do so again.
    made = STARTED.sub(r"\1", made)
    body = made[made.index(f"**{ANYWHERE.name}**") :]
    return f"{TITLE}\n{once(body).rstrip()}\n"


def once(body: str) -> str:
    """The options that go with every command are told once, at the beginning."""
    section = re.compile(rf"\*\*{re.escape(ANYWHERE.name)}\*\*:\n\n(?:\* .*\n)+\n?")
    first = section.search(body)
    if first is None:
        return body
    return body[: first.end()] + section.sub("", body[first.end() :])


if __name__ == "__main__":
    sys.stdout.write(text())
