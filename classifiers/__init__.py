"""What a message *means*: its kind with confidence and evidence, and the facts in it.

Pure: no network, no database, no clock. The one entry is `read`; the types are in `classifiers.reading`.
"""

from classifiers.read import read

__all__ = ["read"]
