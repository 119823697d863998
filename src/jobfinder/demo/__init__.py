"""A small web of its own, served locally by Host header, for the demo, the tests and the benchmarks.

Read `world` (what there is), then `live` (what has changed since), the routes (who answers what) and `server` (how).
`python -m jobfinder.demo` serves it standing alone.
"""
