"""Fixing a claim: the draft of its new fields, reading what is typed, suggestions and the form."""
