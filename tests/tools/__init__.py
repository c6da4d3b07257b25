"""Small programs that keep the project's own files current."""
