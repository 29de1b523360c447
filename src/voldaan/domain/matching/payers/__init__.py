"""Who paid: names, bank accounts, habits, and those who pay for others."""
