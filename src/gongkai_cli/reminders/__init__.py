"""The weekly mail: what each unit is told, how it is written, and that it arrives once."""
