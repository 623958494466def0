"""Text and JSON: the only place that words things, and the one sink through which they leave."""
