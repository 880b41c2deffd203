"""What a message *is*: bytes to `Message`, and a reply in a thread back to bytes. Pure; the ground floor of the house.

Where to find what:

- `message`: the types, `Message`, `Address` and `CalendarEvent`
- `parse`: `parse(raw, received_at)`, the one door for incoming bytes
- `reply`: `build_draft(…)`, `message_id_for`, `reply_subject`, `thread_subject`
- `addresses`: `is_unanswerable`, `aligned`, `organisational_domain`, `is_free_mail`, `person_name`, `first_name`
- `characters`: `clean_text`, `clean_line`, for any other text of strangers
- `limits`, `headers`, `parts`, `html` (on `markup`), `quoting` (on `signature`), `calendar`: the steps of `parse`, in order
"""
