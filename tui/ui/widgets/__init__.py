"""One file for each widget; widgets hold no truth."""
