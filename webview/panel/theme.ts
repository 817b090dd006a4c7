/**
 * Colours of the theme for what is drawn on a canvas; the rest uses the CSS variables directly.
 */

/** The value of a CSS variable, such as `--vscode-charts-blue`. */
export function themeColor(variable: string): string {
  return getComputedStyle(document.body).getPropertyValue(variable).trim();
}

/** The same colour at an opacity of 0..1, for canvas. */
export function fade(color: string, opacity: number): string {
  return `color-mix(in srgb, ${color} ${Math.round(opacity * 100)}%, transparent)`;
}

/** Calls back when the user changes the theme: VS Code sets variables on <html> and classes on <body>. */
export function onThemeChange(callback: () => void): void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
}
