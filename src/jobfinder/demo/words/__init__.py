"""The word stock of the demo's world: hand-made lists, no logic. Used by `companies`, `roles` and `prose`.

To make the world richer, add a line to a list; the world of a given seed then changes, which is fine.
"""
