"""The example book: a fictional wholesaler and three clients of a fictional agency, half a year of their days."""
