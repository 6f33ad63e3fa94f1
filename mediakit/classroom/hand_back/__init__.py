"""`mediakit feedback` and `mediakit marks`: pages for students, points for the school's system."""
