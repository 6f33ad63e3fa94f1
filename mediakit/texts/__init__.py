"""Where a text comes from, and what somebody changed in it."""
