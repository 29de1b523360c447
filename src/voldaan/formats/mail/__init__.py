"""Mail that came in: what kind it is, who it is about, and what the sender wrote."""
