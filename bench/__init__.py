"""Speed as ratios inside one run: ``python -m bench``. Seconds say little on a shared machine."""
