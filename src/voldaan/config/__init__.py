"""Settings, urls and the wiring of channels. Imported by nobody but the entry point and the servers."""
