"""Reports as pages: one file each, that loads nothing and runs nothing but its own."""
