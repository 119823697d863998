"""What an inline style makes of a text: is it seen, how large is it, in which colour on which ground?

Pure. Called by `read.hidden`. Only what a style says outright counts: sheets are not there when a description is read,
and a browser's layout never is. To extend: a property in GONE, a colour's name in NAMED.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from turbohtml.cssom import StyleDeclaration, StyleSheet

Rgb: TypeAlias = tuple[int, int, int]

LONGEST = 2_000
MOST_RULES = 200
ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
LENGTH = re.compile(r"^([+-]?\d{0,9}(?:\.\d{1,9})?)(px|pt|em|rem|ex|ch|%|vw|vh|vmin|vmax|cm|mm|in|pc)?$")
SHORTHAND_SIZE = re.compile(r"(?:^|\s)(\d{1,5}(?:\.\d{1,5})?(?:px|pt|em|rem|%)?)(?:/\S{1,20})?\s{1,9}[\w\"']")
MOVED = re.compile(
    r"(?:translate(?:x|y|3d)?|matrix)\([^()]{0,80}-\d{4,9}|scale(?:x|y|3d)?\(\s?(?:0|0?\.0\d{0,9})\s?[,)]"
)
CUT = re.compile(
    r"rect\(\s?(?:0(?:px)?|1px)[ ,]{1,3}(?:0(?:px)?|1px)\b|inset\(\s?(?:[5-9]\d|100)(?:\.\d{1,3})?%\s?\)|circle\(\s?0"
)
FAINT = re.compile(r"opacity\(\s?0?(?:\.0\d{0,5}|0?%|0)?\s?\)")
NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,6})?%?|\.\d{1,6}")
HEX = re.compile(r"^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$")

PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "%": 0.16, "pc": 16.0}
SCREENS = {"vw": 15.0, "vh": 9.0, "%": 15.0, "vmin": 9.0, "vmax": 15.0, "cm": 38.0, "mm": 3.8, "in": 96.0}
SMALLEST = 2.5
"""Pixels of letters that can be read."""
FAR = 600.0
"""Pixels to the left or above, from which on something is off the screen."""
FAR_RIGHT = 9_000.0
FAINTEST = 0.05
NEAR = 16
"""How much two colours may differ, of 255, for one not to be seen on the other."""
AROUND = frozenset({"inherit", "unset", "initial", "none", "currentcolor"})
"""Values that say: as it is around."""
RELATIVE = ("em", "ex", "ch", "%")
NAMED: dict[str, Rgb] = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "whitesmoke": (245, 245, 245),
    "azure": (240, 255, 255),
    "mintcream": (245, 255, 250),
    "black": (0, 0, 0),
}


class Look(NamedTuple):
    """What a style says of an element; null where it says nothing.

    gone         neither it nor anything inside is seen
    tiny         its letters are too small to be read
    color        of its letters; empty where they are see-through or cannot be told
    ground       the colour behind it; empty where it is a picture or cannot be told
    """

    gone: bool = False
    tiny: bool | None = None
    color: Rgb | tuple[()] | None = None
    ground: Rgb | tuple[()] | None = None
    clear: bool = False


@lru_cache(maxsize=2048)
def look(style: str) -> Look:
    """What the value of a `style` attribute makes of its element."""
    plain = ESCAPE.sub(_unescaped, style[:LONGEST]) if "\\" in style else style[:LONGEST]
    return _look(StyleDeclaration.parse(plain))


def hiding_selectors(sheet: str) -> tuple[str, ...]:
    """The selectors of a style sheet's rules that hide what they match, whatever the medium."""
    rules = StyleSheet(sheet[:100_000]).rules
    return tuple(rule.selector_text for rule in list(rules)[:MOST_RULES] if _hides(_look(rule.style)))


def color_of(text: str) -> Rgb | tuple[()] | None:
    """A colour as red, green and blue; empty where it cannot be told, null where it is see-through."""
    name = text.strip().casefold()
    if name in NAMED:
        return NAMED[name]
    if HEX.match(name):
        return _of_hex(name[1:])
    if name == "transparent":
        return None
    if name.startswith(("rgb", "hsl")):
        return _of_function(name)
    return ()


def same(color: Rgb, ground: Rgb) -> bool:
    """Can letters of this colour not be seen on that ground?"""
    return all(abs(one - other) <= NEAR for one, other in zip(color, ground, strict=True))


def _unescaped(match: re.Match[str]) -> str:
    return chr(min(int(match[1], 16), 0x10FFFF)) if match[1] else match[2]


def _hides(seen: Look) -> bool:
    return seen.gone or bool(seen.tiny) or seen.clear


def _look(style: StyleDeclaration) -> Look:
    said = {name: style[name].casefold().strip() for name in style}
    stated = said.get("color")
    stated = None if stated in AROUND else stated
    color = color_of(stated) if stated else ()
    ground = said.get("background-color") or said.get("background")
    return Look(
        gone=any(name in said and hides(said[name]) for name, hides in GONE.items()) or _shut(said),
        tiny=_tiny(said),
        color=color or () if stated else None,
        ground=_ground(ground) if ground else None,
        clear=color is None,
    )


def _ground(stated: str) -> Rgb | tuple[()] | None:
    """A ground that is see-through is that around."""
    if "url(" in stated or "gradient" in stated:
        return ()
    found = color_of(stated)
    return None if stated in AROUND else found


def _tiny(said: dict[str, str]) -> bool | None:
    """A size relative to that around changes nothing about what cannot be read."""
    size = said.get("font-size")
    if size is None and (short := SHORTHAND_SIZE.search(said.get("font", ""))):
        size = short[1]
    if size is None:
        return None
    pixels = _length(size, PIXELS)
    if pixels is not None and pixels < SMALLEST:
        return True
    return None if size.endswith(RELATIVE) and not size.endswith("rem") else False


def _shut(said: dict[str, str]) -> bool:
    """A box without height or width that does not let its text out."""
    if said.get("overflow", said.get("overflow-y", "")).split(" ")[0] not in ("hidden", "clip"):
        return False
    sizes = (said.get(name) for name in ("height", "width", "max-height", "max-width"))
    return any(size is not None and (pixels := _length(size, PIXELS)) is not None and pixels <= 1 for size in sizes)


def _length(text: str, units: dict[str, float]) -> float | None:
    match = LENGTH.match(text.strip())
    if not match or not match[1].strip("+-."):
        return None
    return float(match[1]) * units.get(match[2] or "px", PIXELS.get(match[2] or "px", 1.0))


def _far(value: str) -> bool:
    """Is one of these distances off the screen?"""
    lengths = [pixels for part in value.split()[:4] if (pixels := _length(part, SCREENS)) is not None]
    return any(pixels <= -FAR or pixels >= FAR_RIGHT for pixels in lengths)


def _faint(value: str) -> bool:
    opacity = _length(value, {"%": 0.01})
    return opacity is not None and opacity <= FAINTEST


GONE: dict[str, Callable[[str], bool]] = {
    "display": lambda value: value == "none",
    "visibility": lambda value: value in ("hidden", "collapse"),
    "content-visibility": lambda value: value == "hidden",
    "opacity": _faint,
    "filter": lambda value: bool(FAINT.search(value)),
    "left": _far,
    "top": _far,
    "right": _far,
    "bottom": _far,
    "inset": _far,
    "text-indent": _far,
    "margin-left": lambda value: value.startswith("-") and not value.endswith("%") and _far(value),
    "margin-top": lambda value: value.startswith("-") and not value.endswith("%") and _far(value),
    "translate": _far,
    "transform": lambda value: bool(MOVED.search(value)),
    "clip": lambda value: bool(CUT.search(value)),
    "clip-path": lambda value: bool(CUT.search(value)),
}
"""Property → does this value, in lower case, take the element and all inside it out of sight?"""


def _of_hex(digits: str) -> Rgb | None:
    full = digits if len(digits) > 4 else "".join(digit * 2 for digit in digits)
    if len(full) == 8 and int(full[6:], 16) / 255 <= FAINTEST:
        return None
    return int(full[:2], 16), int(full[2:4], 16), int(full[4:6], 16)


def _of_function(text: str) -> Rgb | tuple[()] | None:
    numbers = NUMBERS.findall(text[:80])
    if len(numbers) < 3:
        return ()
    if len(numbers) > 3 and _part(numbers[3], 1.0) <= FAINTEST:
        return None
    if text.startswith("hsl"):
        light = round(_part(numbers[2], 100.0) * 255)
        return (light, light, light) if light in (0, 255) or _part(numbers[1], 100.0) == 0 else ()
    red, green, blue = (min(255, round(_part(number, 255.0) * 255)) for number in numbers[:3])
    return red, green, blue


def _part(number: str, whole: float) -> float:
    return float(number[:-1]) / 100 if number.endswith("%") else float(number) / whole
