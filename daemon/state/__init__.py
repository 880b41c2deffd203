"""What the program remembers: SQLAlchemy models, sessions, migrations, and the way between rows and the playbook's history."""
