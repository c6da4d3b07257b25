"""What a number measures, and what kind of statement it makes."""
