"""The client's side of a class: what is sent to its server, and how nothing of it is lost."""
