"""Which invoices a payment is for: facts in, a verdict with its evidence out. Nothing is guessed."""
