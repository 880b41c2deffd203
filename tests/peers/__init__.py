"""The counterparts: real servers that the tests start themselves."""
