"""Writing: the schema, the rows, the journal."""
