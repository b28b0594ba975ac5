"""How a library lies on disk: manifest, lock, database, arrays, and the search over them."""
