"""What the payer wrote: which digits are numbers, and which invoices and debtors they name."""
