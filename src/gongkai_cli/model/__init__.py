"""The nouns of the product: frozen, typed, without files, clock or rules."""
