"""Papers of every format, made with the libraries that make them, read back to grids."""
