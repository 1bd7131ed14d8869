"""What ties the house together: settings, addresses, slots, area files, the command line."""
