"""Fit: the lines of a card that say why a job is one for the seeker, or not: score, gate, flags, opinion, what would
let it pass.

Called by `cards`, `tables` and `commands.offline`. `full` shows every quote; otherwise each takes a line or two. A new
kind of red flag needs its words in FLAGS, a new part of the score nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.text import Text

from jobfinder.faces import words
from jobfinder.faces.money import dollars

Card = Mapping[str, Any]

INDENT = "  "
BULLETS = "-*•·– "
QUOTED = 160
SHORT = 70
WHOLE = 1_000
FEW = 3
AGAINST = ("reject", "strike")
FLAGS = {
    "commission": "paid by commission only",
    "unpaid": "unpaid",
    "agency": "an agency that does not name the employer",
    "evergreen": "collects applications, maybe without an opening",
    "repost": "posted again and again",
    "ghost": "maybe no real opening",
    "scam": "signs of a fraud",
    "to-machines": "holds text addressed to an AI",
    "fee": "asks you to pay",
}
NAMES = {"nice": "nice to have", "wishes": "your wishes"}
SURE, HALF_SURE = 0.8, 0.55
MARKS = {"yes": ("✓", "green"), "partly": ("~", "yellow"), "no": ("✗", "yellow"), "unclear": ("?", "dim")}
LISTS = (("strengths", "strengths"), ("gaps", "gaps"), ("questions", "ask"), ("stress", "stress"))


def quoted(sentence: str, most: int = QUOTED) -> Text:
    """The words of a page, as such."""
    return Text(f"{INDENT}“{words.short_of(sentence.lstrip(BULLETS), most)}”", style="italic dim")


# ---------------------------------------------------------------- the score


def parts(score: Card, title: str | None = None, *, full: bool = True) -> Iterator[Text]:
    """The parts of a score, each with the sentence it rests on, unless that is the title above."""
    counted = [part for part in score["parts"] if part["weight"]]
    for part in counted:
        if full or part["value"] is not None:
            yield from part_lines(part, title, full=full)
    unsaid = [NAMES.get(part["name"], part["name"]) for part in counted if part["value"] is None]
    if unsaid and not full:
        yield Text(f"{INDENT}? cannot be told, which counts neither way: {', '.join(unsaid)}", style="dim")


def part_lines(part: Card, title: str | None, *, full: bool) -> Iterator[Text]:
    value = part["value"]
    text = Text(INDENT).append_text(bar(value)).append(f" {NAMES.get(part['name'], part['name']):<12} ")
    text.append("  ?" if value is None else f"{100 * value:3.0f}", style="bold")
    text.append(f"  {part['why']}")
    evidence = part["evidence"] if part["evidence"] != title else None
    if full or not evidence:
        yield text
        if evidence:
            yield Text(INDENT * 2) + quoted(evidence, WHOLE if full else QUOTED)
    else:
        yield text.append_text(quoted(evidence, SHORT)[1:])


def bar(value: float | None) -> Text:
    """A value of 0 to 1 in five blocks."""
    full = 0 if value is None else round(5 * value)
    return Text("■" * full, style="green").append("□" * (5 - full), style="dim")


def confidence(coverage: float) -> str:
    """How much the score rests on, in words."""
    word = "high" if coverage >= SURE else "medium" if coverage >= HALF_SURE else "low"
    return f"confidence {word}: {coverage:.0%} of what counts can be told"


def gate(score: Card) -> Iterator[Text]:
    """Why the seeker may not apply, and the sentence that says so."""
    closed = score.get("gate")
    if closed:
        yield Text(f"{INDENT}✗ ", style="yellow").append(f"not for you: {closed['why']}", style="default")
        if closed["quote"]:
            yield Text(INDENT) + quoted(closed["quote"])


# ---------------------------------------------------------------- the posting


def flags(found: Sequence[Card], *, full: bool) -> Iterator[Text]:
    """Reasons to be wary, each with the words it rests on."""
    for flag in found:
        text = Text(f"{INDENT}! ", style="yellow").append(f"be wary: {flag_words(flag)}", style="default")
        if full:
            yield text
            yield from (Text(INDENT) + quoted(quote, WHOLE) for quote in flag["quotes"])
        else:
            for quote in flag["quotes"][:2]:
                text.append_text(quoted(quote, SHORT)[1:])
            yield text


def flag_words(flag: Card) -> str:
    """A red flag in words."""
    return FLAGS.get(str(flag["kind"]), str(flag["kind"]))


def also(others: Sequence[Card]) -> str:
    """`also posted: Hamburg, Munich (Greenhouse)`; empty without others."""
    if not others:
        return ""
    boards: dict[str, dict[str, None]] = {}
    for other in others:
        places = [place for place in other["places"] if place] or [words.bare(other["url"]).partition("/")[0]]
        boards.setdefault(other["board"] or "", {}).update(dict.fromkeys(places))
    told = [
        few(list(places)) + (f" ({board[:1].upper()}{board[1:]})" if board else "") for board, places in boards.items()
    ]
    return f"also posted: {'; '.join(told[:FEW])}" + (" …" if len(told) > FEW else "")


def few(names: Sequence[str]) -> str:
    shown = ", ".join(words.short_of(name, 40) for name in names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown


def benefits(offer: Card, *, full: bool) -> Iterator[Text]:
    """What is offered besides pay."""
    found = list(dict.fromkeys(str(one["value"]) for one in offer.get("benefits") or ()))
    if found:
        yield Text(f"{INDENT}offers {', '.join(found) if full else few(found)}")


# ---------------------------------------------------------------- why not


def reasons(rules: Sequence[Card], title: str | None, *, full: bool = True, told: bool = False) -> Iterator[Text]:
    """What speaks against it, each with the words it rests on (unless these are the title); then what is unsaid.

    `told`: what would let it pass is told elsewhere.
    """
    for rule in rules:
        if rule["outcome"] in AGAINST:
            weight = "" if rule["outcome"] == "reject" else f" ({words.count(rule['strikes'], 'strike')})"
            yield Text(f"{INDENT}✗ ", style="yellow").append(
                f"{rule['rule']}: {rule['reason']}{weight}", style="default"
            )
            if rule["evidence"] and rule["evidence"] != title:
                yield Text(INDENT) + quoted(rule["evidence"], WHOLE if full else QUOTED)
            if rule["counterfactual"] and not told:
                yield Text(f"{INDENT * 2}{rule['counterfactual']}", style="dim")
    unknown = [rule["rule"] for rule in rules if rule["outcome"] == "unknown"]
    if unknown:
        yield Text(f"{INDENT}? unsaid, which counts neither way: {few(unknown)}", style="dim")


def ways(dropped: Card) -> Iterator[Text]:
    """What would let it pass, as commands."""
    why = dropped["why"]
    for number, command in enumerate(dropped["commands"]):
        yield Text(f"{INDENT}{'and' if number else 'would pass after:'} jobfinder {command}", style="dim", no_wrap=True)
    if why["threshold"] is not None:
        word = "or after" if dropped["commands"] else "would pass after"
        yield Text(f"{INDENT}{word}: jobfinder prefs set strike_threshold {why['threshold']}", style="dim")


# ---------------------------------------------------------------- the second opinion


def opinion(review: Card, *, full: bool) -> Iterator[Text]:
    """What a model found: requirements met and unmet with the words of both sides, and what to make of it."""
    asked = review["requirements"]
    met = sum(one["met"] == "yes" for one in asked)
    by = f" by {review['model']}" if review["model"] else ""
    head = (
        f"{INDENT}second opinion{by} ({dollars(review['cost'])}): {met} of {words.count(len(asked), 'requirement')} met"
    )
    yield Text(f"{head}, {words.signed(review['change'], 'point')}")
    shown = asked if full else [one for one in asked if one["met"] in ("no", "partly")][:FEW]
    for one in shown:
        yield requirement(one, full=full)
    for name, title in LISTS:
        for line in review[name] if full else review[name][:1]:
            yield Text(f"{INDENT * 2}{title}: {words.short_of(line, WHOLE if full else QUOTED)}")
    if review["dropped"]:
        number = words.count(review["dropped"], "requirement")
        yield Text(f"{INDENT * 2}{number} left out: not in the posting word for word", style="dim")


def requirement(one: Card, *, full: bool) -> Text:
    mark, style = MARKS.get(one["met"], MARKS["unclear"])
    most = WHOLE if full else SHORT
    text = Text(f"{INDENT * 2}{mark} ", style=style).append_text(quoted(one["quote"], most)[len(INDENT) :])
    text.append(f" {'' if one['need'] == 'required' else '(nice to have) '}{MET.get(one['met'], '')}", style="default")
    return text.append_text(quoted(one["profile"], most)[1:]) if one.get("profile") else text


MET = {"yes": "met:", "partly": "met in part:", "no": "not met", "unclear": "your profile does not say"}
