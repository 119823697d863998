"""The command line interface: `main`, the table of commands, the global options, what errors look like.

Commands are loaded when they are called, each from its module in `faces.commands`. To add one: a function there whose
keyword `session: Session` is filled in here, and its row in COMMANDS; then write docs/commands.md anew (see
`faces.reference`). A command returns its exit code; null is 0.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, CycloptsError, Group, Parameter

from jobfinder.errors import JobFinderError
from jobfinder.faces.session import Context, NegativeError
from jobfinder.faces.words import plain

NEGATIVE = 1
USAGE = 2
DEFECT = 3
INTERRUPTED = 130

EXIT_CODES = (
    "Exit codes: 0 success; 1 the answer is no (nothing known, not settled yet, a check failed); 2 wrong input or an "
    "unusable store; 3 a defect of jobfinder; 130 interrupted. Answers go to stdout, progress and errors to stderr."
)
HELP_FLAGS = ("--help", "-h")
HELP = "A bare URL in, explained job matches out."

COMMANDS: dict[str, tuple[str, ...]] = {
    "Find jobs": (
        "demo:demo",
        "find:find",
        "work:submit",
        "work:run",
        "matches:matches",
        "matches:show",
        "matches:mark",
    ),
    "Understand": ("explain:plan", "explain:why", "drops:drops", "explain:costs"),
    "What is known": ("state:items", "state:jobs", "companies:app", "sources:app", "state:lanes"),
    "You": ("profile:app", "prefs:app"),
    "Offline": ("offline:recognize", "offline:read", "offline:score"),
    "Upkeep": ("carry:import_", "carry:export", "upkeep:resync", "upkeep:doctor"),
}
"""Group → `module:function` in `faces.commands`; a module's `app` is a command with commands of its own."""


def own_version() -> str:
    """The installed version; of a checkout that is run in place, the one its `pyproject.toml` states."""
    import tomllib
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("jobfinder")
    except PackageNotFoundError:
        project = Path(__file__).parents[3] / "pyproject.toml"
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])


def name_of(path: str) -> str:
    """The command that `module:function` is."""
    module, _, function = path.partition(":")
    return module if function == "app" else function.rstrip("_")


def build() -> App:
    """The app with all commands, none of them loaded."""
    made = App(
        name="jobfinder",
        help=HELP,
        help_epilogue=EXIT_CODES,
        help_format="plaintext",
        help_flags=HELP_FLAGS,
        version=own_version,
        default_parameter=Parameter(negative=(), show_default=False),
        suppress_keyboard_interrupt=False,
    )
    for title, paths in COMMANDS.items():
        group = Group.create_ordered(title)
        for place, path in enumerate(paths):
            made.command(f"jobfinder.faces.commands.{path}", name=name_of(path), group=group, sort_key=place)
    made.meta.suppress_keyboard_interrupt = False
    made.meta.default(launch)
    return made


ANYWHERE = Group("Anywhere on the line", sort_key=1_000)


def launch(
    *tokens: Annotated[str, Parameter(show=False, allow_leading_hyphen=True)],
    store: Annotated[
        str | None,
        Parameter(
            group=ANYWHERE,
            help="sqlite:///path or postgresql://…; by default JOBFINDER_STORE, else a file in your data folder.",
        ),
    ] = None,
    debug: Annotated[bool, Parameter(group=ANYWHERE, help="Show the traceback of an error.")] = False,
) -> int:
    """Parse the rest of the line and call its command."""
    command, bound, ignored = app.parse_args(tokens, exit_on_error=False, print_error=False)
    if "session" in ignored:
        bound.arguments["session"] = Context(store)
    return command(*bound.args, **bound.kwargs) or 0


app = build()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code. Every error is one line on stderr."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    tolerate(sys.stdout)
    tolerate(sys.stderr)
    try:
        if not words or words[0] in HELP_FLAGS:
            # The list of commands quotes their docstrings; only here are all of them loaded.
            app.resolved_commands()
        code = app.meta(words, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except BrokenPipeError:
        return hung_up()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  (the edge of the process)
        if "--debug" in words:
            import traceback

            traceback.print_exc()
        return complain(error)
    return int(code or 0)


def complain(error: BaseException) -> int:
    """One line that says what happened, and the exit code that goes with it."""
    for kind, code, wording in ENDINGS:
        if isinstance(error, kind):
            line = plain(" ".join(wording(error).split()))
            print(f"jobfinder: {line}", file=sys.stderr)
            return code
    raise error


def defect(error: BaseException) -> str:
    return f"a defect: {type(error).__name__}: {error} (nothing half done is kept; --debug shows where)"


ENDINGS: tuple[tuple[type[BaseException], int, Callable[[Any], str]], ...] = (
    (
        KeyboardInterrupt,
        INTERRUPTED,
        lambda _: "interrupted; nothing is lost, `jobfinder run` goes on from here",
    ),
    (NegativeError, NEGATIVE, str),
    (JobFinderError, USAGE, str),
    (CycloptsError, USAGE, lambda error: f"{error} `jobfinder --help` lists what there is."),
    (Exception, DEFECT, defect),
)


def tolerate(stream: object) -> None:
    """What a terminal's encoding lacks is shown escaped instead of ending the command."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def hung_up() -> int:
    """Whoever read our output has enough: no error, and none at exit either, when Python flushes what is left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
