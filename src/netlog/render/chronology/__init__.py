"""A chronology as text, as Markdown and as data: one paper, and one printer for each form."""
