"""When a number holds, and whether it is planned or has come to pass."""
