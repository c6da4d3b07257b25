"""A guided tour: the real desk on the built-in seeds, with a line that says what to try next."""
