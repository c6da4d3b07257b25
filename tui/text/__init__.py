"""What a terminal may show: control characters, cell widths, wrapping."""
