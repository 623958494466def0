"""The rules, and nothing else: no input, no output, no clock."""
