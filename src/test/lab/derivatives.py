"""Lab of the day derivatives: prints one line "check-id value" for each check with a number."""


def f(w):
    return (w - 3) ** 2 + 1


def slope(function, w, h):
    return (function(w + h) - function(w)) / h


print(f"slope-at-zero {slope(f, 0, 0.1):.1f}")
assert round(f(5.1), 2) == 5.41 and round(slope(f, 5, 0.1), 1) == 4.1 and round(slope(f, 5, 0.001), 3) == 4.001
assert round(slope(f, 5, 1e-15), 2) == 3.55
print(f"chain-at-two {slope(lambda w: (3 * w - 1) ** 2, 2, 1e-6):.1f}")
assert round(slope(lambda w: (2 * w + 1) ** 2, 1, 1e-6), 2) == 12
