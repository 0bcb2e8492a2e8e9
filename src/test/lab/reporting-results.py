"""Lab of the day reporting-results: one gain as a fraction, and as two bars on a cut axis."""
print(f"relative-gain {100 * (2.78 - 2.58) / 2.78:.1f}")
print(f"cut-axis {(2.78 - 2.50) / (2.58 - 2.50):.1f}")
