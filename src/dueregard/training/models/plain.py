"""The fields every row and every record has, none of them private."""

ROW = {"id", "area", "typed_at"}
RECORD = ROW | {"ref", "version", "once"}
