"""Parts of the benchmark of the class server: what it is fed with, and who asks it."""
