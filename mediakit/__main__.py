"""`python -m mediakit` is the same as the command `mediakit`."""

import sys


def main() -> None:
    """The commands, or the one line to type where what they need is not installed."""
    try:
        from mediakit.cli import main as commands
    except ModuleNotFoundError as problem:
        from mediakit.extras import missing

        sys.exit(missing(problem))
    commands()


if __name__ == "__main__":
    main()
