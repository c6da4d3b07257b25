"""Numbers: where they stand, what they are worth, and which of them are no claims."""
