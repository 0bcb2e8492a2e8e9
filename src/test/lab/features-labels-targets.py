"""Lab of the day features-labels-targets: prints one line "check-id value" for each check with a number."""
import numpy as np

labels = {
    "loan number": "identifier", "age": "feature", "genre": "feature", "date out": "feature", "date due": "feature",
    "reminders sent": "forbidden", "fine paid": "forbidden", "returned late": "target",
}
assert len(labels) == 8
print("forbidden-columns", list(labels.values()).count("forbidden"))
rng = np.random.default_rng(46)
late = rng.random(400) < 0.2
fine = late & (rng.random(400) < 0.9)
reminders = np.where(late, rng.integers(1, 4, 400), 0)
print(f"leak-by-fine {100 * (fine == late).mean():.1f}")
assert 100 * (~late).mean() == 78.25
assert ((reminders > 0) == late).all()
