"""The daily mail: what it says (`content`), how it reads (`page`, `render`) and how it travels (`message`)."""
