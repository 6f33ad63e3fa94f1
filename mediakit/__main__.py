"""`python -m mediakit` is the same as the command `mediakit`."""

from mediakit.cli import main

if __name__ == "__main__":
    main()
