"""The whole way: cycles on real back ends."""
