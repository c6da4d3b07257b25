"""Drives the real app inside the test's process: escape sequences in, escape sequences out."""

from tests.driving.wire import Typist, WireDriver

__all__ = ["Typist", "WireDriver"]
