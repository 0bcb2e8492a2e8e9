"""Lab of the day docker-image: seconds that the order of two layers costs in a day of rebuilding."""
print(f"seconds-saved {20 * (90 + 2) - 20 * 2}")
print(f"# megabytes-sent {20 * (380 + 1) - 20 * 1}")
