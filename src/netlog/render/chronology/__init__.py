"""A chronology: one paper with its sections and entries, and one printer for each form."""
