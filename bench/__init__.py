"""How fast the house is, as ratios to the barest page that shows the same rows, and to the bare database. ./run bench"""
