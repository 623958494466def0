"""Reading: plain SQL to the records of the domain."""
