"""Tags for the templates of the desk."""
