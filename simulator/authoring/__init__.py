"""What an author does with a scenario beside writing it: begin one, translate, exchange and share it."""
