"""How every screen looks, kept as pictures: see `pictures` for what is kept, `difference` for what counts as other."""
