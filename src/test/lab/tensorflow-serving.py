"""Lab of the day tensorflow-serving: requests lost by stop-and-start, and memory while two versions overlap."""
print(f"lost-requests {12 * 5}")
print(f"memory-in-overlap {300 + 2 * 450}")
