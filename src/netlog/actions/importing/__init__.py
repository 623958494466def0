"""Bringing in what files of others say: planned first, shown, and then written as one change."""
