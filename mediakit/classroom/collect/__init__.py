"""`mediakit collect`: from a download to a folder for each student."""
