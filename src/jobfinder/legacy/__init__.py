"""Old queue documents in, entities and items out. Pure; called by `flow.submit` (`state`) and by `app` (the others).

`documents.read` makes items of a file, `state.carried` says what an item brings along, `export` writes everything as
JSON lines, `status` translates between the statuses of then and now.
"""
