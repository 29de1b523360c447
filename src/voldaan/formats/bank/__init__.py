"""Bank statements: CAMT, MT940, and the exports of the banks in CSV and TAB."""
