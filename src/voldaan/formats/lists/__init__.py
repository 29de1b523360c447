"""Lists: open items and debtors, in CSV and XLSX, by a mapping that says which column is what."""
