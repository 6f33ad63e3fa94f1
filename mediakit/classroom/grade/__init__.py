"""`mediakit grade`: each submission run in a sandbox and judged."""
