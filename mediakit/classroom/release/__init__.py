"""`mediakit release`: what students get, and the record that the teacher keeps."""
