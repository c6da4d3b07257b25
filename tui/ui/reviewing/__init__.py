"""What the review screen does, one class for each topic; each holds only what its topic needs."""
