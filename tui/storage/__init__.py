"""What is kept on disk: session file, journal, lock, settings."""
