"""The garbage collector in a process of tests, where it would go through all tests each time."""

import gc


def let_it_rest() -> None:
    """Leave out what is there already, and look through the rest seldom.

    netlog itself runs without a collector; a fifth of a run of the tests would be its work.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
