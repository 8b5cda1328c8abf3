"""The catalogue of errors: every mistake that a user can make, with the exact words that answer it.

A case is a folder ``GROUP/NAME`` with the files that are wrong, laid over the right ones of
``base/``; ``command`` is the line that is run, ``about.md`` tells the mistake in a user's words,
``message.txt`` is what stderr must say. A file ``NAME.xlsx.yaml`` describes a workbook, ``without``
names right files to leave out, ``stdin`` is what is typed in.

After a message was changed ``python -m tests.errors.record`` writes what is said now, to be read in
the diff; ``python -m tests.errors.page`` makes ``docs/errors.md`` of the folder.
"""
