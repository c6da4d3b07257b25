"""The benchmarks: ``python -m tests.bench latency``, ``extraction``, ``slate`` or ``folder``."""

import runpy
import sys

NAMES = ("latency", "extraction", "slate", "folder")


def main() -> None:
    """Run the benchmark that is named first, with the other arguments."""
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        sys.exit(f"usage: python -m tests.bench {{{','.join(NAMES)}}} [options]")
    name = sys.argv.pop(1)
    runpy.run_module(f"tests.bench.{name}", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
