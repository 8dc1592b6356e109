"""What the teacher's pages about plays show, as plain rows: strings ready to read and numbers, no HTML.

Fractions are 0..1; an empty string or tuple means "nothing to show".
"""
