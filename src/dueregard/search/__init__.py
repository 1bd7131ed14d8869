"""Search: the words of records, by area, marking and permission, found the same way on both databases. Never over the content of a case."""
