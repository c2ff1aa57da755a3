"""Text: letters that look alike or cannot be seen, the nearest spelling, dates and numbers as people read them."""
