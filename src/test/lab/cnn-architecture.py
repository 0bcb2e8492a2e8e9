"""Lab of the day cnn-architecture: prints one line "check-id value" for each check with a number."""
first, second, last = 16 * (3 * 3 * 1) + 16, 32 * (3 * 3 * 16) + 32, 2 * 2 * 32 * 10 + 10
assert (first, second, last) == (160, 4640, 1290)
print(f"second-layer {second}")
print(f"whole-network {first + second + last}")
print(f"side-after-two-poolings {28 // 2 // 2}")
