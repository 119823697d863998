"""`prefs`: what you want and what you never want, as the filter reads it."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from jobfinder.errors import UsageError
from jobfinder.faces import files, versions
from jobfinder.faces.session import Json, Session, file_help

PREFS = "preferences"
app = App(name="prefs", help="Show or set what you want. Editing it judges every job again, and fetches nothing.")


@app.command
def show(
    *,
    version: Annotated[int | None, Parameter(help="Those of an earlier version; `prefs history` lists them.")] = None,
    json: Json = False,
    session: Session,
) -> None:
    """Show the preferences in force, as TOML."""
    from jobfinder.match.prefs import to_toml

    with session.open() as finder:
        if version is not None:
            return versions.show(session, finder, PREFS, version, as_json=json)
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


@app.command(name="try")
def try_(
    key: Annotated[str | None, Parameter(help="A field, as for `prefs set`.")] = None,
    value: Annotated[str | None, Parameter(help="Its value; empty unsets it.")] = None,
    /,
    *,
    file: Annotated[str | None, file_help("Try all preferences from this TOML file; - for stdin.")] = None,
    json: Json = False,
    session: Session,
) -> None:
    """Show what a change would alter before you make it: matches gained and lost, work, and what a model would cost.

    Changes nothing, fetches nothing, asks nobody.
    """
    from jobfinder.match.prefs import with_value

    if (key is None or value is None) == (file is None):
        raise UsageError("prefs try takes KEY VALUE, or --file FILE")
    wanted = files.preferences(file) if file else None
    with session.open() as finder:
        if wanted is None:
            wanted = with_value(finder.preferences(), key or "", value or "")
        with session.looking():
            found = finder.try_preferences(wanted)
    if json:
        return session.emit(found)
    import shlex

    from jobfinder.faces import ledger

    given = f"--file {shlex.quote(file)}" if file else f"{key} {shlex.quote(value or '')}"
    return ledger.tried(session.out, found, f"jobfinder prefs set {given}")


@app.command
def suggest(*, json: Json = False, session: Session) -> None:
    """Propose changes that your own decisions (`mark`) bear out, each with the evidence and the command that makes it.

    Nothing is changed.
    """
    with session.open() as finder, session.looking():
        found = finder.suggestions()
    if json:
        return session.emit(found.suggestions)
    from jobfinder.faces import ledger

    return ledger.suggestions(session.out, found)


@app.command
def history(*, json: Json = False, session: Session) -> None:
    """List all versions, the latest first, with what each changed. All are kept."""
    versions.history(session, PREFS, as_json=json)


@app.command
def restore(
    version: Annotated[int, Parameter(help="Its number, as `prefs history` lists it.")], /, *, session: Session
) -> None:
    """Put an earlier version in force again, as a version of its own."""
    from jobfinder.match.prefs import from_toml

    with session.open() as finder:
        number = finder.set_preferences(from_toml(finder.version(PREFS, version)))
    session.say(f"preferences, version {number}: as in version {version}")
