"""The teacher's side of an assignment: release, collect, grade in a sandbox, mark writing, hand back. Files only."""
