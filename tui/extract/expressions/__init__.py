"""Regular expressions: built of word lists, tried and compiled only where they may match."""
