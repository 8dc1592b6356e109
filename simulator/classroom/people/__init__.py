"""Teachers, classes and students: who may do what, by which proof."""
