"""Changes of preferences that a posting may call for when the seeker hides it. Whether enough others bear one out is
decided by `match.suggest`, which tries each.

Pure. To extend: a function that reads changes from a case, in TIGHTER, and words for the postings it is about in ABOUT.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from jobfinder.match.edit import Edit
from jobfinder.match.money import in_period
from jobfinder.match.offer import is_needed
from jobfinder.match.prefs import Preferences
from jobfinder.match.rules import Case, age_in_days
from jobfinder.match.titles import tokens
from jobfinder.model import Remote

ABOUT = {
    "titles.excluded": "with {} in the title",
    "stop.companies": "at {}",
    "skills.no": "that ask for {}",
    "skills.loved": "that ask for {}",
    "locations.excluded": "on site or hybrid in {}",
    "industries.excluded": "of companies in {}",
    "flags.refused": "with signs of {}",
    "salary.floor": "that pay less than {}",
    "years.most": "that ask for more than {} years",
    "age.max_days": "posted more than {} days ago",
}


def about(edit: Edit) -> str:
    """The postings that a stricter change is about, in words."""
    if edit.path == "remote.accepted":
        kept = {word.strip() for word in edit.values[0].split(",")}
        return f"that are {' or '.join(one.value for one in Remote if one.value not in kept)}"
    return ABOUT[edit.path].format(", ".join(edit.values))


def _of_title(case: Case) -> Iterator[Edit]:
    for word in tokens(case.posting.title):
        yield Edit(path="titles.excluded", op="add", values=(word,))


def _of_company(case: Case) -> Iterator[Edit]:
    name = (case.posting.company or "").strip()
    if name:
        yield Edit(path="stop.companies", op="add", values=(name,))


def _of_skills(case: Case) -> Iterator[Edit]:
    for asked in case.offer.skills:
        if is_needed(asked, case.offer):
            yield Edit(path="skills.no", op="add", values=(asked.skill,))


def _of_place(case: Case) -> Iterator[Edit]:
    for place in case.posting.locations if case.posting.remote is not Remote.REMOTE else ():
        yield Edit(path="locations.excluded", op="add", values=(place.city or place.text,))


def _of_arrangement(case: Case) -> Iterator[Edit]:
    remote, taken = case.posting.remote, case.prefs.remote.accepted or tuple(Remote)
    if remote in taken and len(taken) > 1:
        rest = ", ".join(one.value for one in taken if one is not remote)
        yield Edit(path="remote.accepted", op="set", values=(rest,))


def _of_industry(case: Case) -> Iterator[Edit]:
    industry = ((case.company.industry if case.company else None) or "").strip()
    if industry:
        yield Edit(path="industries.excluded", op="add", values=(industry,))


def _of_flags(case: Case) -> Iterator[Edit]:
    for flag in case.offer.flags:
        yield Edit(path="flags.refused", op="add", values=(flag.kind,))


TIGHTER: tuple[Callable[[Case], Iterator[Edit]], ...] = (
    _of_title,
    _of_company,
    _of_skills,
    _of_place,
    _of_arrangement,
    _of_industry,
    _of_flags,
)


def limits(taken: Sequence[Case], prefs: Preferences) -> Iterator[Edit]:
    """Limits drawn just beyond all that the seeker took."""
    pays = [reach for case in taken if (reach := _reach(case, prefs)) is not None]
    if pays and (floor := _rounded_down(min(pays))) > (prefs.salary.floor or 0):
        yield Edit(path="salary.floor", op="set", values=(str(floor),))
    asked = [case.offer.years.value.min for case in taken if case.offer.years]
    years = [least for least in asked if least is not None]
    if years and (prefs.years.most is None or max(years) < prefs.years.most):
        yield Edit(path="years.most", op="set", values=(f"{max(years):g}",))
    ages = [days for case in taken if (days := age_in_days(case.posting.posted_at, case.today)) is not None]
    if ages and (prefs.age.max_days is None or max(ages) < prefs.age.max_days):
        yield Edit(path="age.max_days", op="set", values=(str(max(ages)),))


def _reach(case: Case, prefs: Preferences) -> float | None:
    """The top of the pay as the floor would be compared with it; without a currency laid down, nothing is."""
    pay = case.posting.salary
    if pay is None or prefs.salary.currency is None or pay.currency != prefs.salary.currency:
        return None
    return in_period(pay.max, pay.period or "", prefs.salary.period)


def _rounded_down(amount: float) -> int:
    """To two digits: 87,300 is 87,000."""
    step = 10 ** max(int(math.log10(amount)) - 1, 0) if amount >= 1 else 1
    return int(amount // step) * step
