"""Lab of the day review-data: prints one line "check-id value" for each check with a number."""
print(f"lost-share {100 * 180 / 7500:.1f}")
print(f"chart-limit {2.0 + 3 * 0.5}")
print("doubled-rows", 8350 - 8000)
