"""Lab of the day a-notebook-in-the-browser: prints one line "check-id value" for each check with a number."""
cells = {"A": "x = 3", "B": "x = x * 2", "C": "shown.append(x)"}


def kernel(order):
    """Runs the cells in this order in one memory, as a kernel does."""
    memory = {"shown": []}
    for name in order:
        exec(cells[name], memory)
    return memory["shown"][-1]


print("ran-twice", kernel("ABBC"))
assert kernel("ABC") == 6
try:
    kernel("C")
except NameError:
    pass
else:
    raise AssertionError("a fresh kernel knows no x")
