"""Checks of rule packs: lint, examples, and a trial before a pack is used."""
