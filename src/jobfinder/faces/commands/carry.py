"""`import` and `export`: queue documents in, everything out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from jobfinder.errors import UsageError
from jobfinder.faces import files, words
from jobfinder.faces.session import Json, Session, file_help


def import_(
    file: Annotated[str, file_help("A JSON array, JSON lines, id → document, or an own export; - for stdin.")],
    /,
    *,
    json: Json = False,
    session: Session,
) -> None:
    """Take up queue documents of an older system. All of them, or none; the same file twice changes nothing."""
    text = files.read_text(file)
    with session.open() as finder:
        found = finder.import_text(text, file)
    if json:
        return session.emit(found)
    new, history, known = found.new, found.history, found.known
    return session.say(f"{words.count(new, 'item')} to do, {history} kept as history, {known} known already")


def export(file: Annotated[str, file_help("The file to write; - for stdout.")], /, *, session: Session) -> None:
    """Write everything as JSON lines. A file is replaced only once all is written."""
    with session.open() as finder:
        if file == files.STDIN:
            sys.stdout.writelines(finder.export_lines())
            return
        number = written(Path(file).expanduser(), finder.export_lines())
    session.err.print(f"{words.count(number, 'record')} written to {file}")


def written(path: Path, lines: Iterable[str]) -> int:
    """Write the lines beside the file, then put them in its place; how many."""
    beside = path.with_name(f"{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8") as stream:
            number = sum(bool(stream.write(line)) for line in lines)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from None
    return number
