"""Lab of the day gradient-descent: prints one line "check-id value" for each check with a number."""


def descend(rate, steps):
    """The loss before each step and after the last."""
    a, b, losses = 8.0, 8.0, []
    for _ in range(steps + 1):
        losses.append((a - 2) ** 2 + 10 * (b + 1) ** 2)
        a, b = a - rate * 2 * (a - 2), b - rate * 20 * (b + 1)
    return losses


def steps_below(rate, limit=0.01):
    return next(number for number, loss in enumerate(descend(rate, 500)) if loss < limit)


assert descend(0.05, 0)[0] == 846
print(f"after-one-step {descend(0.05, 1)[1]:.2f}")
print("steps-needed", steps_below(0.05))
assert steps_below(0.08) == 24
assert descend(0.001, 50)[-1] > 100 and descend(0.11, 50)[-1] > 1e9
assert descend(0.1, 50)[-1] > 800 and steps_below(0.09) < 50
