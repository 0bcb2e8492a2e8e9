"""Lab of the day tensorflow-first-network: prints one line "check-id value" for each check with a number."""
print(f"parameters-of-32 {64 * 32 + 32 + 32 * 10 + 10}")
print(f"parameters-of-512 {64 * 512 + 512 + 512 * 10 + 10}")
