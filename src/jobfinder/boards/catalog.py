"""The boards as a document: `python -m jobfinder.boards.catalog > docs/boards.md`.

Pure. Everything in it is read off the adapters and their examples, so it cannot say more than is tested; a test
compares the file with what this writes.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Iterator

from jobfinder.boards import page, rss
from jobfinder.boards.interface import Adapter
from jobfinder.boards.roster import VENDORS
from jobfinder.model import Posting, RefKind

HEAD = """\
# Boards

Generated from the adapters and their examples; write it anew with
`PYTHONPATH=src .venv/bin/python -m jobfinder.boards.catalog > docs/boards.md`.

*Recognised*: by its own hosts; *path* says that addresses on employers' own domains are known by an unmistakable path
or parameter, *page* that a page gives the board away by more than links. *Listed*: a listing is read, *all* where
absence from it means that a posting is gone. *Read*: a single posting is read. *Fills*: fields of a posting that an
example shows filled, besides title and address; others are filled where the text tells (remote, pay, language).
"""
CALLED = re.compile(r"Pure[;.] (?:[Cc]alled (?:through|by) [^.;]{1,60}\.[^.;]{0,30}\. )?")
OMITTED = ("title", "url", "board", "token", "external_id", "description_html", "company_url")
NAMES = {"description_text": "text", "employment_type": "type", "requisition_id": "requisition"}


def text() -> str:
    """The whole document."""
    rows = "\n".join(row(adapter) for adapter in (*VENDORS, rss, page))
    about = "\n".join(f"- **{adapter.NAME}**: {said(adapter)}" for adapter in VENDORS)
    head = f"\n{len(VENDORS)} boards, feeds, and any page.\n"
    table = "\n| board | recognised | listed | read | fills |\n|---|---|---|---|---|\n"
    return f"{HEAD}{head}{table}{rows}\n\n## Notes\n\n{about}\n"


def row(adapter: Adapter) -> str:
    """One board in the table."""
    cells = (adapter.NAME, recognised(adapter), listed(adapter), read(adapter), ", ".join(filled(adapter)) or "–")
    return f"| {' | '.join(cells)} |"


def recognised(adapter: Adapter) -> str:
    own = [f"`{host}`" for host in sorted(adapter.HOSTS)]
    marked = inspect.getsource(adapter.marks).count("yield Mark") > 0
    ways = [*own, *(["path"] if adapter.ANYWHERE else []), *(["page"] if marked else [])]
    return ", ".join(ways) or "–"


def listed(adapter: Adapter) -> str:
    shown = any(
        shows(example.page.postings) for example in adapter.EXAMPLES if example.page and is_listing(example.ref.kind)
    )
    return "–" if not shown else "all" if adapter.WHOLE else "yes"


def read(adapter: Adapter) -> str:
    pages = [example.page for example in adapter.EXAMPLES if example.page]
    return "yes" if any(one.kind is RefKind.POSTING and one.postings for one in pages) else "–"


def shows(postings: Iterable[Posting]) -> bool:
    return any(True for _ in postings)


def is_listing(kind: RefKind) -> bool:
    return kind is not RefKind.POSTING


def filled(adapter: Adapter) -> Iterator[str]:
    """The fields that some example shows filled, in the order of the record."""
    postings = [posting for example in adapter.EXAMPLES if example.page for posting in example.page.postings]
    for name in Posting.__struct_fields__:
        if name not in OMITTED and any(getattr(posting, name) for posting in postings):
            yield NAMES.get(name, name)


def said(adapter: Adapter) -> str:
    """The module's docstring: how the board answers, and its quirks."""
    module = sys.modules[adapter.match.__module__]
    return CALLED.sub("", " ".join(inspect.cleandoc(module.__doc__ or "").split()))


if __name__ == "__main__":
    print(text(), end="")
