"""How long a run goes on trying: pauses that grow, and an end to them."""

import time
from collections.abc import Callable, Sequence

_PAUSES = (5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 300.0)
"""Seconds, ten minutes in all: a server that puts off whom it does not know wants up to five."""


class Patience:
    """The pauses of one run. Each is taken once, whatever it is for."""

    def __init__(
        self, pauses: Sequence[float] = _PAUSES, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._left = list(pauses)
        self._sleep = sleep

    def pause(self, tell: Callable[[float], object]) -> bool:
        """Sleep once more, a little longer; ``False`` at once where it is enough.

        ``tell`` is called before with the seconds that it will take.
        """
        if not self._left:
            return False
        seconds = self._left.pop(0)
        tell(seconds)
        self._sleep(seconds)
        return True
