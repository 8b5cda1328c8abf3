"""``python -m gongkai_cli`` is ``gongkai``."""

import sys

from .commands import main

sys.exit(main())
