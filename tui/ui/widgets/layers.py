"""Styles of a widget's parts, to be laid over one another: only what the style sheet names is set."""

from rich.style import Style
from textual.widget import Widget


def layer(widget: Widget, component: str) -> Style:
    """The style of one component class over the widget's own background, translucent colours blended."""
    styles = widget.get_component_styles(component)
    base = widget.background_colors[1]
    under = base + styles.background if styles.has_rule("background") else base
    color = None
    if styles.has_rule("color") or styles.has_rule("auto_color"):
        own = under.get_contrast_text(styles.color.a) if styles.auto_color else styles.color
        color = (under + own).rich_color
    background = under.rich_color if styles.has_rule("background") else None
    return Style(color=color, bgcolor=background) + styles.text_style


class Layers:
    """The layers of a widget, worked out once until :meth:`clear`."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, ...], Style] = {}
        self._base: Style | None = None

    def clear(self) -> None:
        """Forget all styles: the theme or the style sheet has changed."""
        self._known.clear()
        self._base = None

    def __call__(self, *components: str) -> Style:
        """The widget's style with the components laid over it, the last one on top."""
        style = self._known.get(components)
        if style is None:
            if self._base is None:
                self._base = self._widget.rich_style
            style = self._base
            for component in components:
                style += layer(self._widget, component)
            self._known[components] = style
        return style
