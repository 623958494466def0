"""The file itself: opening, creating, identifying, checking, backing up, migrating."""
