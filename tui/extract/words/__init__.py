"""The words of a sentence, the parts that they play, and patterns over these parts."""
