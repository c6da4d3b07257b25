"""What a number counts, per what, and how it limits the truth."""
