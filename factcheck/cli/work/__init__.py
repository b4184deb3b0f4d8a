"""What the commands do, one a file of the command's name; imported only when a command is run, for it is heavy."""
