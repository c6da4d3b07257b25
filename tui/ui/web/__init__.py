"""The desk in a browser, served to this machine alone."""
