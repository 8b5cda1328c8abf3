"""What the one-page overview (总览) shows, worked out before any of it is set as a page."""
