"""How single things are written: days, digits and letters, YAML with places, near names."""
