"""Lab of the day review-responsibility: two groups, three criteria."""
a = dict(accepted=90, accepted_good=72, good=80, all=200)
b = dict(accepted=50, accepted_good=42, good=60, all=200)
print(f"recall-of-b {b['accepted_good'] / b['good']:.2f}")
print(f"parity-gap {100 * (a['accepted'] / a['all'] - b['accepted'] / b['all']):.0f}")
print("# recall A", a["accepted_good"] / a["good"], "precision", a["accepted_good"] / a["accepted"], b["accepted_good"] / b["accepted"])
