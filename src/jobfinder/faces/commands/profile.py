"""`profile`: who you are, as the scorer reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from jobfinder.faces import files, versions, words
from jobfinder.faces.session import Json, Session, file_help

if TYPE_CHECKING:
    from jobfinder.match.profile import Profile

PROFILE = "profile"
QUOTED = 100
"""Characters of a line of a résumé that are shown."""

app = App(name="profile", help="Show, set or import who you are. Editing it scores again, and fetches nothing.")


@app.command
def show(
    *,
    version: Annotated[int | None, Parameter(help="That of an earlier version; `profile history` lists them.")] = None,
    json: Json = False,
    session: Session,
) -> None:
    """Show the profile in force, as TOML."""
    from jobfinder.match.profile import to_toml

    with session.open() as finder:
        if version is not None:
            return versions.show(session, finder, PROFILE, version, as_json=json)
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
    file: Annotated[str, file_help("A résumé in PDF, DOCX, text or Markdown, a JSON Resume, or TOML; - for stdin.")],
    /,
    *,
    json: Json = False,
    session: Session,
) -> None:
    """Read the profile from a file. TOML replaces the one in force; beside a résumé, what you set by hand stays."""
    from jobfinder.match.profile import differences, is_toml, merge

    content = files.read_bytes(file)
    found = files.profile_in(content, file)
    with session.open() as finder:
        before = finder.profile()
        after = found if is_toml(content, file) else merge(before, found)
        number = finder.set_profile(after)
    if json:
        return session.emit(after)
    session.say(f"profile, version {number}: {summary(after)}")
    if not is_known(found):
        session.err.print("nothing of use was found in it: `jobfinder profile set` sets what is missing")
    for line in (*quotes(found), *(f"  changed: {line}" for line in differences(before, after) if is_known(before))):
        session.say(line)
    return None


@app.command
def history(*, json: Json = False, session: Session) -> None:
    """List all versions, the latest first, with what each changed. All are kept."""
    versions.history(session, PROFILE, as_json=json)


@app.command
def restore(
    version: Annotated[int, Parameter(help="Its number, as `profile history` lists it.")], /, *, session: Session
) -> None:
    """Put an earlier version in force again, as a version of its own."""
    from jobfinder.match.profile import from_toml

    with session.open() as finder:
        number = finder.set_profile(from_toml(finder.version(PROFILE, version)))
    session.say(f"profile, version {number}: as in version {version}")


def summary(profile: Profile) -> str:
    years = f", {profile.years:g} years" if profile.years is not None else ""
    return f"{', '.join(profile.titles) or 'no title'}{years}, {words.count(len(profile.skills), 'skill')}"


def quotes(profile: Profile) -> Iterator[str]:
    """Each value that was read, with the line it was read from."""
    told: set[tuple[str, str]] = set()
    for row in profile.evidence:
        if (row.field, row.value) not in told:
            told.add((row.field, row.value))
            where = f"line {row.number}: " if row.number else ""
            yield f"  {row.field}: {row.value}  ({where}{words.short_of(row.line, QUOTED)})"


def is_known(profile: Profile) -> bool:
    """Does it say anything that the scorer could use?"""
    return bool(profile.titles or profile.skills or profile.places or profile.years)
