"""Lab of the day python-loops-and-choices: prints one line "check-id value" for each check with a number."""
weights = [
    2.1, 0.4, -1.2, 5.5, 12.0, 3.3, 0.9, 30.5, 7.2, -0.5, 1.8, 4.4, 9.9, 0.2, 15.3,
    2.7, -3.0, 6.1, 0.7, 22.4, 3.9, 1.1, 8.8, 10.0, 2.0, -0.1, 5.0, 18.6, 0.5, 11.7,
]
assert len(weights) == 30
good = []
for w in weights:
    if w >= 0:
        good.append(w)
assert good == [w for w in weights if w >= 0] and len(good) == 26
heavy = [w for w in good if w >= 10]
assert heavy == [12.0, 30.5, 15.3, 22.4, 10.0, 18.6, 11.7]
print("heavy-parcels", len(heavy))
print(f"kept-kilograms {sum(good):.1f}")
assert round(sum(weights), 1) == 182.2
assert [x * 2 for x in [1, -1, 3] if x > 0] == [2, 6]
