"""What is inside one sum of the bank: direct-debit batches, and the payouts of payment services."""
