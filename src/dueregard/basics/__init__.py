"""What every record and every sentence shares: two dates on a row, refusals in words, dates said plainly."""
