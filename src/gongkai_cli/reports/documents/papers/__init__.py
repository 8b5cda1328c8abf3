"""Official papers from a form: how a form is written, and the words that may stand in it."""
