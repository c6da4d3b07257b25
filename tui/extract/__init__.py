"""Article and rules in, claims out: one module for each stage."""
