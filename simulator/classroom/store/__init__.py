"""What a class server keeps: tables, their migrations, and a database that never half does anything."""
