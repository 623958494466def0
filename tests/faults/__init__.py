"""The faults that netlog must survive, provoked: `python -m tests.faults`."""
