"""Characters that the text font has not: emoji drawn as icons, signs replaced, the rest dropped."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.ui.theme import Theme
from simulator.ui.typeface import has_glyph, icon_glyph

_ICONS: dict[str, tuple[str, str]] = {
    "😡": ("emoticon_angry_outline", "hot"),
    "🤬": ("emoticon_angry_outline", "hot"),
    "😠": ("emoticon_angry_outline", "hot"),
    "😢": ("emoticon_cry_outline", "accent"),
    "😭": ("emoticon_cry_outline", "accent"),
    "😔": ("emoticon_frown_outline", "accent"),
    "😱": ("emoticon_frown_outline", "warm"),
    "😂": ("emoticon_lol_outline", "warm"),
    "🙂": ("emoticon_happy_outline", "warm"),
    "😊": ("emoticon_happy_outline", "warm"),
    "🤔": ("emoticon_confused_outline", "warm"),
    "🙏": ("hands_pray", "warm"),
    "👏": ("hand_clap", "warm"),
    "💪": ("arm_flex_outline", "warm"),
    "👍": ("thumb_up_outline", "warm"),
    "👎": ("thumb_down_outline", "hot"),
    "👋": ("hand_wave", "warm"),
    "❤": ("heart", "hot"),
    "♥": ("heart", "hot"),
    "💔": ("heart_broken", "hot"),
    "🔥": ("fire", "notable"),
    "🍼": ("baby_bottle_outline", "accent"),
    "⚠": ("alert_outline", "warm"),
    "🚨": ("alert_outline", "hot"),
    "☀": ("white_balance_sunny", "warm"),
    "🎉": ("party_popper", "warm"),
    "🎁": ("gift_outline", "warm"),
    "📣": ("bullhorn_outline", "accent"),
    "📢": ("bullhorn_outline", "accent"),
    "💡": ("lightbulb_on_outline", "warm"),
    "⏱": ("timer_outline", "muted"),
    "↩": ("reply", "muted"),
    "⛔": ("minus_circle", "hot"),
    "⭐": ("star", "warm"),
    "★": ("star", "warm"),
    "☆": ("star_outline", "warm"),
}
_REPLACED = {"\u2011": "-", "●": "•", "▮": "|", "\u2009": "\u202f"}


def pieces(text: str, theme: Theme) -> Iterator[tuple[str, tuple[int, int, int] | None]]:
    """`text` as (characters, None) for the text font and (glyph, colour) for the icon font."""
    plain = ""
    for character in text:
        if character in _ICONS:
            name, colour = _ICONS[character]
            glyph = icon_glyph(name)
            if glyph:
                if plain:
                    yield plain, None
                yield glyph, getattr(theme, colour)
                plain = ""
            continue
        character = _REPLACED.get(character, character)
        if character < "\u0250" or has_glyph(character):
            plain += character
    if plain:
        yield plain, None
