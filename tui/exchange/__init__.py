"""Claims to and from other formats, one module for each."""
