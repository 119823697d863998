"""The demo's web standing alone: `python -m jobfinder.demo --port P --seed S --companies N`.

Prints its port as one line, then serves until SIGTERM, SIGINT or, with `--until-eof`, the end of its input.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from datetime import date

from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.errors import UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve. The exit code is 0 after being told to stop, 2 where the arguments cannot be used."""
    told = _parser().parse_args(arguments)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        world = World.make(seed=told.seed, companies=told.companies, today=told.today)
        with DemoWeb(world, port=told.port) as web:
            print(web.port, flush=True)
            if told.until_eof:
                threading.Thread(target=_await_eof, args=(stop,), daemon=True).start()
            stop.wait()
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _await_eof(stop: threading.Event) -> None:
    while sys.stdin.buffer.read(4096):
        pass
    stop.set()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m jobfinder.demo", description="Serve the demo's web.")
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    parser.add_argument("--seed", type=int, default=7, help="the same seed gives the same world")
    parser.add_argument("--companies", type=int, default=12, help="how many companies there are")
    parser.add_argument("--today", type=date.fromisoformat, help="the world's day (YYYY-MM-DD), by default the present")
    parser.add_argument("--until-eof", action="store_true", help="stop when the input ends")
    return parser


if __name__ == "__main__":
    sys.exit(main())
