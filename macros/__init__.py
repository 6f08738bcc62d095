"""The guide: rows in, pages out. MkDocs comes in by mkdocs_hooks, a terminal by __main__."""
