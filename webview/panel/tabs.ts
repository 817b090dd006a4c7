/**
 * The tabs: roles, arrow keys, one panel shown.
 */
import type { PanelTab } from '../../src/protocol.ts';
import { element, setAttributes, setVisible } from './dom.ts';

export interface TabEntry {
  tab: PanelTab;
  label: string;
  content: HTMLElement;
}

export class Tabs {
  readonly element = element('div', { class: 'tabs-and-panel' });
  #tabs: { entry: TabEntry; button: HTMLButtonElement; panel: HTMLElement }[];

  constructor(label: string, entries: readonly TabEntry[], onSelect: (tab: PanelTab) => void) {
    this.#tabs = entries.map(entry => {
      const button = element(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${entry.tab}`,
          'aria-controls': `panel-${entry.tab}`,
          class: 'tab',
        },
        entry.label,
      );
      button.addEventListener('click', () => onSelect(entry.tab));
      const panel = element(
        'div',
        {
          role: 'tabpanel',
          id: `panel-${entry.tab}`,
          'aria-labelledby': `tab-${entry.tab}`,
          class: 'tab-panel',
        },
        entry.content,
      );
      return { entry, button, panel };
    });
    const bar = element(
      'div',
      { class: 'tabs', role: 'tablist', 'aria-label': label },
      ...this.#tabs.map(tab => tab.button),
    );
    bar.addEventListener('keydown', event => {
      const position = this.#tabs.findIndex(tab => tab.button === document.activeElement);
      const moves: Record<string, number> = {
        ArrowRight: position + 1,
        ArrowLeft: position - 1,
        Home: 0,
        End: this.#tabs.length - 1,
      };
      const target = moves[event.key];
      if (position >= 0 && target !== undefined) {
        event.preventDefault();
        const next = this.#tabs[(target + this.#tabs.length) % this.#tabs.length]!;
        next.button.focus();
        onSelect(next.entry.tab);
      }
    });
    this.element.append(bar, ...this.#tabs.map(tab => tab.panel));
  }

  select(chosen: PanelTab): void {
    for (const { entry, button, panel } of this.#tabs) {
      const selected = entry.tab === chosen;
      setAttributes(button, { 'aria-selected': String(selected), tabindex: selected ? 0 : -1 });
      setVisible(panel, selected);
    }
  }
}
