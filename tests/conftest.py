"""Settings for all tests."""

from hypothesis import settings

# A busy machine is slow; that is no fault of the code, and no test here is about time in this sense.
settings.register_profile("kit", deadline=None)
settings.load_profile("kit")
