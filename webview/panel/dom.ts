/**
 * Building and changing elements. Text is always set as text; there is no way to pass HTML.
 */

type Attribute = string | number | boolean | null;
export type Attributes = Record<string, Attribute>;
export type Child = Node | string;

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** An HTML element; `class` and the rest are attributes, `true` means present, `false` and `null` absent. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  setAttributes(created, attributes);
  created.append(...children);
  return created;
}

/** An SVG element. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const created = document.createElementNS(SVG_NAMESPACE, tag);
  setAttributes(created, attributes);
  created.append(...children);
  return created;
}

/** Sets each attribute; the ones that do not change are left alone. */
export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) {
      target.removeAttribute(name);
    } else {
      const text = value === true ? '' : String(value);
      if (target.getAttribute(name) !== text) {
        target.setAttribute(name, text);
      }
    }
  }
}

/** Changes the text only where it differs, so that nothing flickers and selections stay. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

/** Shows or hides through the `hidden` attribute. */
export function setVisible(target: HTMLElement, visible: boolean): void {
  if (target.hidden === visible) {
    target.hidden = !visible;
  }
}

/** A codicon; decoration only, so hidden from screen readers. */
export function icon(name: string): HTMLSpanElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/** A button that looks like a link; for lines of code and small actions in text. */
export function linkButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', { class: 'link', type: 'button' }, text);
  button.addEventListener('click', onClick);
  return button;
}

/** A square button with an icon only; its label is its tooltip and its name. */
export function iconButton(name: string, label: string, onClick: () => void): HTMLButtonElement {
  const button = element(
    'button',
    { class: 'icon-button', type: 'button', title: label, 'aria-label': label },
    icon(name),
  );
  button.addEventListener('click', onClick);
  return button;
}

/** A table with a caption for screen readers; the first cell of each row is its header. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLTableElement {
  const head = element(
    'thead',
    {},
    element('tr', {}, ...columns.map(column => element('th', { scope: 'col' }, column))),
  );
  const body = element(
    'tbody',
    {},
    ...rows.map(row =>
      element(
        'tr',
        {},
        ...row.map((cell, index) =>
          index === 0 ? element('th', { scope: 'row' }, cell) : element('td', {}, cell),
        ),
      ),
    ),
  );
  return element(
    'table',
    { class: 'data-table' },
    element('caption', { class: 'visually-hidden' }, caption),
    head,
    body,
  );
}
