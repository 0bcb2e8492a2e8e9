"""Lab of the day sql-queries: prints one line "check-id value" for each check with a number."""
import sqlite3

db = sqlite3.connect(":memory:")
db.executescript(
    "CREATE TABLE customers (id INTEGER, name TEXT, town TEXT); "
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, amount REAL); "
    "INSERT INTO customers VALUES (1,'Ana','Porto'),(2,'Ben','Leeds'),(3,'Chen','Porto'),(4,'Dora',NULL); "
    "INSERT INTO orders VALUES (1,1,20),(2,1,35),(3,2,50),(4,3,15),(5,3,NULL),(6,9,70);"
)


def one(query):
    return db.execute(query).fetchone()[0]


inner = "SELECT COUNT(*) FROM orders o JOIN customers c ON o.customer_id = c.id"
left = "SELECT COUNT(*) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id"
porto = "SELECT SUM(o.amount) FROM orders o JOIN customers c ON o.customer_id = c.id WHERE c.town = 'Porto'"
assert one("SELECT COUNT(*) FROM orders WHERE amount > 30") == 3
assert one("SELECT COUNT(*) FROM orders") == 6
print("count-amount", one("SELECT COUNT(amount) FROM orders"))
assert one(inner) == 5 and one(left) == 6 and one(porto) == 70
db.execute("INSERT INTO customers VALUES (1,'Ana B','Porto')")
assert one(inner) == 7
print(f"porto-doubled {one(porto):g}")

name = "x' OR '1'='1"
assert db.execute("SELECT * FROM customers WHERE name = ?", (name,)).fetchall() == []
assert len(db.execute(f"SELECT * FROM customers WHERE name = '{name}'").fetchall()) == 5
