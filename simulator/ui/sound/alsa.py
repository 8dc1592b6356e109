"""ALSA told to be quiet: where Linux has no sound card, it writes a page on the error stream that helps nobody."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
_silence = _HANDLER(lambda *_told: None)
"""Kept for good: ALSA calls it as long as the program runs."""


def hush() -> None:
    """Keep ALSA's remarks from the error stream; nothing where there is no ALSA."""
    if sys.platform != "linux":
        return
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_silence)
