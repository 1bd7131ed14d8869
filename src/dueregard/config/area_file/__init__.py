"""Area files: a whole area as one readable file, loaded through the same deeds as the pages, and written so that it loads again exactly."""

from dueregard.config.area_file.loading import files_beside, load
from dueregard.config.area_file.problem import Problem, WrongFile
from dueregard.config.area_file.writing import edition, export, take_away

__all__ = ["Problem", "WrongFile", "edition", "export", "files_beside", "load", "take_away"]
