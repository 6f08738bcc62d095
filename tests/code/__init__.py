"""How the code is laid out, the templates, and the commands."""
