"""What reactivity is made of."""
