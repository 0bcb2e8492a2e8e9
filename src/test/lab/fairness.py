"""Lab of the day fairness: one threshold, and three that make one figure equal."""
import numpy as np

rng = np.random.default_rng(159)
b = rng.random(5000) < 0.5
skill = rng.normal(np.where(b, -0.4, 0.0), 1)
success = skill + rng.normal(0, 0.7, 5000) > 0
score = skill + rng.normal(0, 0.5, 5000)


def figures(group, threshold):
    accepted = score[group] > threshold
    good = success[group]
    return accepted.mean(), (accepted & good).sum() / good.sum(), (accepted & good).sum() / accepted.sum()


a_figures = figures(~b, 0.0)
print("# A", np.round(a_figures, 3), "B", np.round(figures(b, 0.0), 3))
grid = np.arange(-1.5, 1.51, 0.01)
for i, name in enumerate(("share", "recall", "precision")):
    best = min(grid, key=lambda t: abs(figures(b, t)[i] - a_figures[i]))
    print("#", name, round(best, 2), np.round(figures(b, best), 3))
    if name == "share":
        print(f"threshold-for-parity {best:.2f}")
print(f"recall-of-b {figures(b, 0.0)[1]:.2f}")
