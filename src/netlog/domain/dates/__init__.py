"""Calendar days as people type and read them."""
