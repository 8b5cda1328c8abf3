"""The catalogue and the statutes: YAML files in the words of their papers, read strictly."""
