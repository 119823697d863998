"""jobfinder: a bare URL in, explained matches out."""
