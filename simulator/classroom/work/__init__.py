"""What a class is to play: scenarios as packs, and assignments."""
