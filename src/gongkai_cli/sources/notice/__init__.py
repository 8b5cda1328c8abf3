"""A holiday notice as it is published: pasted, a text, a document or a saved page."""
