"""What happened around one contact, day by day, to show to others."""
