"""Files in, articles out: readers, encodings, title, date and language."""
