"""Advice on a Dutch text: which sentence is too hard or unkind, why, and what to write instead. The guard refuses."""
