"""What every front end shares: the pace, a play, where plays come from and go to. It knows no toolkit."""
