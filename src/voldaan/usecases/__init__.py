"""What Voldaan does: one verb a module. Days, moments and the person who acts arrive as arguments."""
