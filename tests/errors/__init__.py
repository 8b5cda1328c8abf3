"""The catalogue of errors: every mistake that a user can make, with the exact words that answer it.

A case is a folder ``GROUP/NAME`` with the files that are wrong, laid over the right ones of
``base/``; ``command`` is the line that is run, ``about.md`` tells the mistake in a user's words,
``message.txt`` is what stderr must say. ``page`` makes ``docs/errors.md`` of them.
"""
