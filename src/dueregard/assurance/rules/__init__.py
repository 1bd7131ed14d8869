"""Rules of rounds and judgements, and what a round holds as plain data. Pure Python."""
