"""Measures extraction against gold."""
