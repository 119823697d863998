"""`prefs`: what you want and what you never want, as the filter reads it."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from jobfinder.errors import UsageError
from jobfinder.faces import files
from jobfinder.faces.session import Json, Session, file_help

app = App(name="prefs", help="Show or set what you want. Editing it judges every job again, and fetches nothing.")


@app.command
def show(*, json: Json = False, session: Session) -> None:
    """Show the preferences in force, as TOML."""
    from jobfinder.match.prefs import to_toml

    with session.open() as finder:
        current = finder.preferences()
    return session.emit(current) if json else session.say(to_toml(current).rstrip())


@app.command(name="set")
def set_(
    key: Annotated[str | None, Parameter(help="A field, like min_score, stop.companies or salary.floor.")] = None,
    value: Annotated[
        str | None, Parameter(help="Its value; lists by commas, or by semicolons; empty unsets it.")
    ] = None,
    /,
    *,
    file: Annotated[str | None, file_help("Take all preferences from this TOML file instead; - for stdin.")] = None,
    session: Session,
) -> None:
    """Set one field, or all of them from a file."""
    from jobfinder.match.prefs import with_value

    if (key is None or value is None) == (file is None):
        raise UsageError("prefs set takes KEY VALUE, or --file FILE")
    wanted = files.preferences(file) if file else None
    with session.open() as finder:
        if wanted is None:
            wanted = with_value(finder.preferences(), key or "", value or "")
        number = finder.set_preferences(wanted)
    session.say(f"preferences, version {number}: {key or 'all fields'} set")
