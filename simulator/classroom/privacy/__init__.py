"""What is kept of people, given out, and made to disappear."""
