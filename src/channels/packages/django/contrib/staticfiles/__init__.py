"""Files that are served as they are, from the folders `static` of applications."""
