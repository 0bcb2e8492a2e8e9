"""Lab of the day encrypting-data: a file encrypted, decrypted, and checked before it is loaded."""
import hashlib

from cryptography.fernet import Fernet, InvalidToken

data = bytes(range(250)) * 12_000
cipher = Fernet(Fernet.generate_key())
token = cipher.encrypt(data)
print(f"size-of-token {len(token) / 1e6:.1f}")
assert cipher.decrypt(token) == data
try:
    cipher.decrypt(token[:100] + b"A" + token[101:]) if token[100:101] != b"A" else cipher.decrypt(token[:100] + b"B" + token[101:])
    raise SystemExit("a changed token was accepted")
except InvalidToken:
    pass
one, two = hashlib.sha256(b"distance 2.0").hexdigest(), hashlib.sha256(b"distance 2.1").hexdigest()
print("# differing hex digits", sum(a != b for a, b in zip(one, two)), one[:6], two[:6])
print("hex-digits", len(one))
