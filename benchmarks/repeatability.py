"""Repeatability: how far does a score move when a posting says the same in another way?

    PYTHONPATH=src .venv/bin/python benchmarks/repeatability.py [--misses]

Postings and seekers are those of the ranking benchmark. Each posting near a seeker is scored as it is and again: in
other words, with its sections in another order, with other bullets and line ends, and with one more paragraph that says
nothing of the role. Printed for each: how often the score moved by how much, the largest move, and the share within
its bound. Then a second opinion is given ten times by a model that is made to be noisy: each time it leaves out,
invents and misjudges other requirements. Printed: how far the final score spreads over the ten. Nothing here judges: a
bound that is missed is printed as missed, and the exit code stays 0.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import report
from jobfinder.match.offer import Asked, offer_of
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.match.review import Met, Reading, Requirement, final, judged, profile_lines
from jobfinder.match.score import Score, score
from jobfinder.model import Company, Posting
from ranking import ours
from ranking_relevance import Role
from ranking_seekers import preferences_of, profile_of
from ranking_wording import TODAY, Style, company, posting
from ranking_world import world

SEEDS = range(201, 211)
NEAR = 15
"""Postings of a seeker that are tried: the best by the truth, so that there is a score that can move."""
BOUNDS = {"the same again": 0, "other words": 2, "another order": 2, "other bullets": 2, "one more paragraph": 1}
BULLETS = ("•", "-", "*", "◦", "–", "·", "▪", "1.")
LEFT_OUT, MISJUDGED, SPREAD = 0.25, 0.3, 3
EXTRAS = (
    "We are an equal opportunity employer and value diversity. All qualified applicants will receive consideration "
    "for employment without regard to race, colour, religion, sex, orientation, identity, national origin, age, "
    "disability or veteran status.",
    "What else is in it for you: thirty days of holiday, a pension plan, a bicycle, fruit on Mondays, health "
    "insurance, a budget for training and two company weekends a year.",
    "About the company: our engineers build on Kubernetes, Kafka, React, Python and AWS, and the platform they look "
    "after serves four million people. Last year we were named among the best places to work.",
    "Our group has 4,000 employees in Germany, the United States, France and Brazil. It was founded in 1987 and is "
    "listed on the stock exchange.",
    "Privacy: we keep your application for six months and share it with nobody outside of the group. Write to us if "
    "you want to know what we hold on you.",
    "Agencies: please do not send us unsolicited CVs. We pay no fee for candidates that were put forward without a "
    "signed agreement.",
)


class Subject(NamedTuple):
    """One role for one seeker."""

    role: Role
    company: Company | None
    profile: Profile
    prefs: Preferences


class Moved(NamedTuple):
    """One rewriting: of which kind, how far the score moved, and from where to where."""

    kind: str
    move: int
    before: Style
    after: Style
    subject: Subject


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="also print the rewritings that moved a score too far")
    misses = parser.parse_args().misses
    report.machine()
    chosen = list(subjects())
    moves = [moved for number, subject in enumerate(chosen) for moved in moves_of(subject, number)]
    report.heading("Moves of the score, in points of 100")
    report.note(f"{len(chosen)} postings of {len(SEEDS)} worlds, {len(moves)} rewritings")
    report.table(("kind", "tried", "bound", "within", "largest", "moves: how often"), [_row(k, moves) for k in BOUNDS])
    noisy_model(chosen)
    for moved in moves:
        if misses and abs(moved.move) > BOUNDS[moved.kind]:
            _show(moved)


def subjects() -> Iterator[Subject]:
    """The postings nearest to each seeker, by the truth."""
    for seed in SEEDS:
        made = world(seed)
        for seeker, grades in zip(made.seekers, made.grades, strict=True):
            order = sorted(range(len(grades)), key=lambda number: (-grades[number], made.pool[number].role.id))
            profile, prefs = profile_of(seeker, TODAY.year), preferences_of(seeker)
            for number in order[:NEAR]:
                role = made.pool[number].role
                yield Subject(role, company(role), profile, prefs)


def moves_of(subject: Subject, number: int) -> Iterator[Moved]:
    """Every rewriting of one posting."""
    base = Style(words=number)
    before = _scored(subject, base)
    for kind, after in _styles(base, number):
        yield Moved(kind, _scored(subject, after) - before, base, after, subject)


def _scored(subject: Subject, style: Style) -> int:
    return round(ours(posting(subject.role, style), subject.company, subject.profile, subject.prefs))


def _styles(base: Style, number: int) -> Iterator[tuple[str, Style]]:
    random = Random(f"rewriting {number}")
    yield "the same again", base
    for words in random.sample(range(1000, 9000), 3):
        yield "other words", base._replace(words=words)
    for order in (1, 2, 3, 4):
        yield "another order", base._replace(order=order)
    for bullet in random.sample(BULLETS[1:], 3):
        yield "other bullets", base._replace(bullet=bullet)
    yield "other bullets", base._replace(newline="\r\n")
    yield "other bullets", base._replace(space="\u00a0")
    for extra in EXTRAS:
        yield "one more paragraph", base._replace(extra=extra)


# ---------------------------------------------------------------- a noisy second opinion


def noisy_model(chosen: list[Subject]) -> None:
    """The spread of the final score over ten opinions of one posting."""
    spreads = Counter(spread(subject, number) for number, subject in enumerate(chosen))
    report.heading("Spread of the final score over ten second opinions of a noisy model, in points")
    report.note(f"each opinion: {LEFT_OUT:.0%} of the requirements left out, {MISJUDGED:.0%} misjudged, one invented")
    counts = " ".join(f"{size}:{count}" for size, count in sorted(spreads.items()))
    within = sum(count for size, count in spreads.items() if size <= SPREAD) / sum(spreads.values())
    report.table(
        ("postings", "bound", "within", "largest", "spread: how often"),
        [(str(len(chosen)), f"≤{SPREAD}", f"{within:.3f}", str(max(spreads)), counts)],
    )


def spread(subject: Subject, number: int) -> int:
    """The largest final score of ten less the smallest."""
    post = posting(subject.role, Style(words=number))
    made = score(post, subject.company, subject.profile, subject.prefs, today=TODAY)
    random = Random(f"noisy {number}")
    opinions = (judged(_opinion(post, subject, made, random), post, subject.profile, made) for _ in range(10))
    finals = [final(made, opinion) for opinion in opinions]
    return max(finals) - min(finals)


def _opinion(post: Posting, subject: Subject, made: Score, random: Random) -> Reading:
    lines = profile_lines(subject.profile)
    asked = [one for one in offer_of(post).skills if one.need != "named" and random.random() > LEFT_OUT]
    rows = [_requirement(one, lines, made, random) for one in asked]
    invented = Requirement(quote="You are a certified astronaut", need="required", met="yes", profile=lines[0])
    return Reading(requirements=(*rows, invented))


def _requirement(one: Asked, lines: tuple[str, ...], made: Score, random: Random) -> Requirement:
    met: Met = "yes" if one.skill in made.matched_skills else "no"
    if random.random() < MISJUDGED:
        met = random.choice(("yes", "partly", "no", "unclear"))
    shown = next((line for line in lines if one.skill in line), lines[0]) if met in ("yes", "partly") else ""
    return Requirement(quote=one.quote[:200], need="nice" if one.need == "nice" else "required", met=met, profile=shown)


def _row(kind: str, moves: list[Moved]) -> tuple[str, ...]:
    sizes = [abs(moved.move) for moved in moves if moved.kind == kind]
    within = sum(size <= BOUNDS[kind] for size in sizes)
    counts = " ".join(f"{size}:{count}" for size, count in sorted(Counter(sizes).items()))
    return kind, str(len(sizes)), f"≤{BOUNDS[kind]}", f"{within / len(sizes):.3f}", str(max(sizes)), counts


def _show(moved: Moved) -> None:
    print(f"\n{moved.kind}: {moved.move:+d} for {moved.subject.role.title!r}, style {moved.after}")
    print(posting(moved.subject.role, moved.after).description_text)


if __name__ == "__main__":
    main()
