"""What can be asked, one file a question; each returns a plain result, whoever is at the door."""
