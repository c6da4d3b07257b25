"""Factdesk: a desk in the terminal for analysts who turn news articles into verified facts."""

__version__ = "0.1.0"
