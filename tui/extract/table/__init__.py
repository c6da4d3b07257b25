"""What the numbers of flattened tables are told by captions, heads and rows."""
