"""The windows opened over the crisis, one for each standing action, and the menu."""
