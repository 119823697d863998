"""Halves of invented company names. Joined two and two; the second word comes from the industry."""

from __future__ import annotations

# fmt: off
FIRST = [
    "Alder", "Amber", "Arden", "Birch", "Bramble", "Bright", "Brook", "Calder", "Cedar", "Cinder", "Cobalt",
    "Copper", "Coral", "Cove", "Dapple", "Drift", "Elder", "Ember", "Fallow", "Fern", "Finch", "Flint", "Fox",
    "Gale", "Glen", "Granite", "Harrow", "Haven", "Hazel", "Heath", "Heron", "Iris", "Ivory", "Juniper",
    "Kestrel", "Kite", "Lark", "Linden", "Loom", "Lumen", "Maple", "Marsh", "Merle", "Moss", "North", "Oaken",
    "Opal", "Osprey", "Otter", "Pebble", "Pine", "Plum", "Quill", "Raven", "Reed", "Rook", "Rowan", "Rush",
    "Sable", "Saffron", "Sage", "Shale", "Silver", "Slate", "Sparrow", "Spruce", "Stone", "Swift", "Tamar",
    "Tern", "Thistle", "Thorn", "Tidal", "Umber", "Vale", "Velvet", "Verd", "Willow", "Winter", "Wren",
    "Yarrow",
]

SECOND = [
    "bank", "bay", "beck", "bridge", "brook", "burn", "cliff", "combe", "crest", "croft", "dale", "fell",
    "field", "ford", "forge", "gate", "glade", "grove", "hatch", "hearth", "hill", "hollow", "holm", "key",
    "lea", "light", "loft", "mark", "mere", "mill", "moor", "path", "peak", "point", "reach", "ridge", "rise",
    "row", "shore", "side", "spring", "stead", "stream", "thorpe", "tide", "vale", "view", "ward", "watch",
    "way", "well", "wick", "wood", "yard",
]
# fmt: on

HEADS = tuple(
    first + second for second in SECOND for first in FIRST if first.lower() != second and first[-1] != second[0]
)

LEGAL = {
    "US": ("{}, Inc.", "{} LLC", "{} Corp."),
    "CA": ("{} Inc.", "{} Ltd."),
    "DE": ("{} GmbH", "{} SE", "{} AG"),
    "AT": ("{} GmbH",),
    "CH": ("{} AG",),
    "GB": ("{} Ltd", "{} Limited", "{} plc"),
    "IE": ("{} Ltd",),
    "NL": ("{} B.V.",),
    "FR": ("{} SAS",),
    "ES": ("{} S.L.",),
    "PL": ("{} Sp. z o.o.",),
    "PT": ("{} Lda.",),
    "SE": ("{} AB",),
    "IN": ("{} Pvt. Ltd.",),
    "AU": ("{} Pty Ltd",),
    "SG": ("{} Pte. Ltd.",),
}

SIZES = ("11-50", "51-200", "51-200", "201-500", "201-500", "501-1,000", "1,001-5,000")
