"""What a page may ask for: each call chooses rows and names a template."""
