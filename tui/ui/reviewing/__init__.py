"""The review screen, and what it does: one class for each topic, which holds only what its topic needs."""
