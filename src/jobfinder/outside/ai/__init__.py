"""The door to language models: one client, the price list, nothing else. [guarded]"""
