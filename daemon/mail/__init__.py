"""What a message *is*: bytes to `Message`, and a reply in a thread back to bytes. Pure; the ground floor of the house."""
