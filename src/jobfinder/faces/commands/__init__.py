"""The commands, by topic. Each function is one command; its docstring is its help, its return value the exit code."""
