"""The colours of the desk: dark, light, high contrast, and one that the colour-blind can tell apart."""

from textual.theme import BUILTIN_THEMES, Theme

from tui.ui.i18n import N_, _

DARK = "desk-dark"
LIGHT = "desk-light"
CONTRAST = "desk-contrast"
COLOUR_BLIND = "desk-colour-blind"

# Widgets use only the names of a theme: success = accepted, accent = fixed, error = rejected,
# warning = doubt, secondary = skipped, primary = the current claim.
THEMES: tuple[Theme, ...] = (
    Theme(
        name=DARK,
        primary="#6ea8fe",
        secondary="#8b93a7",
        success="#7bc47f",
        accent="#c9a0ff",
        warning="#e5b567",
        error="#ef7d79",
        foreground="#d7dae0",
        background="#15181e",
        surface="#1a1e26",
        panel="#232936",
        dark=True,
        variables={
            "scrollbar": "#3a4354",
            "scrollbar-background": "#1a1e26",
            "scrollbar-background-hover": "#1a1e26",
            "scrollbar-background-active": "#1a1e26",
            "input-selection-background": "#6ea8fe 35%",
            "input-cursor-background": "#d7dae0",
            "input-cursor-foreground": "#15181e",
            "border-blurred": "#343c4c",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#1f5fbf",
        secondary="#6b7280",
        success="#1e7a34",
        accent="#7b3fc4",
        warning="#8f5a00",
        error="#b42318",
        foreground="#1f2430",
        background="#fbfaf7",
        surface="#f3f1ec",
        panel="#e7e4dc",
        dark=False,
        variables={
            "scrollbar": "#c4bfb1",
            "scrollbar-background": "#f3f1ec",
            "scrollbar-background-hover": "#f3f1ec",
            "scrollbar-background-active": "#f3f1ec",
            "input-selection-background": "#1f5fbf 25%",
            "input-cursor-background": "#1f2430",
            "input-cursor-foreground": "#fbfaf7",
            "border-blurred": "#cfcabd",
        },
    ),
    Theme(
        name=CONTRAST,
        primary="#00e5ff",
        secondary="#c8c8c8",
        success="#00ff66",
        accent="#ff9dff",
        warning="#ffe100",
        error="#ff6b5e",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#262626",
        dark=True,
        variables={
            "scrollbar": "#8a8a8a",
            "scrollbar-background": "#000000",
            "scrollbar-background-hover": "#000000",
            "scrollbar-background-active": "#000000",
            "input-selection-background": "#00e5ff 25%",
        },
    ),
    Theme(  # blue, yellow, orange, violet: far apart for those who lack the red cones or the green ones
        name=COLOUR_BLIND,
        primary="#56b4e9",
        secondary="#9aa0a6",
        success="#4aa3df",
        accent="#9048ff",
        warning="#ffd500",
        error="#e8743b",
        foreground="#dcdcdc",
        background="#14171c",
        surface="#1a1e25",
        panel="#242a34",
        dark=True,
        variables={
            "scrollbar": "#3d4654",
            "scrollbar-background": "#1a1e25",
            "scrollbar-background-hover": "#1a1e25",
            "scrollbar-background-active": "#1a1e25",
            "input-selection-background": "#56b4e9 25%",
        },
    ),
)
THEME_NAMES: tuple[str, ...] = tuple(theme.name for theme in THEMES)
_PREFIX = "desk-"
_WORDS = {
    DARK: N_("dark"),
    LIGHT: N_("light"),
    CONTRAST: N_("high contrast"),
    COLOUR_BLIND: N_("colour-blind"),
}


def theme_named(wanted: str) -> str:
    """The theme that ``wanted`` means: ``light`` is ``desk-light``; other names stand as they are."""
    return _PREFIX + wanted if _PREFIX + wanted in THEME_NAMES else wanted


def theme_shown(name: str) -> str:
    """What a theme is called in the reader's language; others than the desk's own by their names."""
    return _(_WORDS[name]) if name in _WORDS else name


def is_theme(wanted: str) -> bool:
    """Whether there is such a theme, of the desk's own or of those that come with Textual."""
    return theme_named(wanted) in {*THEME_NAMES, *BUILTIN_THEMES}


def next_theme(name: str) -> str:
    """The theme after ``name``, round and round."""
    here = THEME_NAMES.index(name) if name in THEME_NAMES else -1
    return THEME_NAMES[(here + 1) % len(THEME_NAMES)]
