"""``python -m bench [NAME]…``: every module here that has a ``run()``, or those named."""

import sys
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from . import __path__ as _folder
from .ratio import render

_NOT_A_BENCH = {"__main__", "large", "ratio"}


def main(names: list[str]) -> None:
    """Run the benches and print what each gives."""
    for module in _benches(names):
        print(f"{module.__name__}: {(module.__doc__ or '').splitlines()[0]}")
        print(render(list(module.run())), end="\n\n", flush=True)


def _benches(names: list[str]) -> list[ModuleType]:
    every = [each.name for each in iter_modules(_folder) if each.name not in _NOT_A_BENCH]
    return [import_module(f"bench.{name}") for name in names or every]


main(sys.argv[1:])
