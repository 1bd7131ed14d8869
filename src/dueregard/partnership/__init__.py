"""The partnership group, toolkit section 1: who sits on it, when it met, what it decided and whom it talks with."""
