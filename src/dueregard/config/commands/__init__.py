"""What each word of the command line does. Loaded only when it is asked for."""
