"""`profile`: who you are, as the scorer reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from jobfinder.faces import files, words
from jobfinder.faces.session import Json, Session, file_help

if TYPE_CHECKING:
    from jobfinder.match.profile import Profile

app = App(name="profile", help="Show, set or import who you are. Editing it scores again, and fetches nothing.")


@app.command
def show(*, json: Json = False, session: Session) -> None:
    """Show the profile in force, as TOML."""
    from jobfinder.match.profile import to_toml

    with session.open() as finder:
        current = finder.profile()
    if json:
        return session.emit(current)
    if not is_known(current):
        session.err.print("no profile yet: `jobfinder profile import FILE` reads a résumé")
    return session.say(to_toml(current).rstrip())


@app.command(name="set")
def set_(
    key: Annotated[str, Parameter(help="A field, like titles, years or salary.min.")],
    value: Annotated[str, Parameter(help="Its value; lists by commas, or by semicolons; empty unsets it.")],
    /,
    *,
    session: Session,
) -> None:
    """Set one field."""
    from jobfinder.match.profile import with_value

    with session.open() as finder:
        number = finder.set_profile(with_value(finder.profile(), key, value))
    session.say(f"profile, version {number}: {key} set")


@app.command(name="import")
def import_(
    file: Annotated[str, file_help("TOML, a JSON Resume, or a résumé in plain text or Markdown; - for stdin.")],
    /,
    *,
    json: Json = False,
    session: Session,
) -> None:
    """Read the profile from a file; it replaces the one in force."""
    found = files.profile(file)
    with session.open() as finder:
        number = finder.set_profile(found)
    if json:
        return session.emit(found)
    years = f", {found.years:g} years" if found.years is not None else ""
    skills = words.count(len(found.skills), "skill")
    return session.say(f"profile, version {number}: {', '.join(found.titles) or 'no title'}{years}, {skills}")


def is_known(profile: Profile) -> bool:
    """Does it say anything that the scorer could use?"""
    return bool(profile.titles or profile.skills or profile.places or profile.years)
