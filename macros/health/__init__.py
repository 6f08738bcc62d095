"""What is overdue, unsure, replaced or out of reach: one list for a page and the weekly issue."""
