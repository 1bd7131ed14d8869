"""The rules of the training programme, toolkit section 6: pure functions over plain values."""
