"""What no single app owns: the shape of the house, its permissions, journeys through whole pages, and the engines tests run on."""
