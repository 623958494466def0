"""Files for other programs, made of plain records: texts come out, and nothing is opened."""
