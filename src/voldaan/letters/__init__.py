"""Facts to finished messages: e-mail in HTML and text, and a PDF letter. Decides nothing."""
