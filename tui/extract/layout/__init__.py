"""How an article is laid out: which of its lines are tables and lists."""
