"""Lab of the day mlops-beside-devops: prints one line "check-id value" for each check with a number."""
lines = 40 * 60 * 24
assert lines == 57_600
print(f"log-volume {lines * 500 / 1e6:.1f}")
