"""The state of a review: decisions, undo, order, filters, progress. No I/O."""
