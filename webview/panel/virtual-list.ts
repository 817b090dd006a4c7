/**
 * A list box of any length with rows of one height, of which only the visible ones exist; arrow keys move.
 */
import { element, setAttributes } from './dom.ts';

export const ROW_HEIGHT = 24;
const EXTRA_ROWS = 6;

export class VirtualList {
  readonly element: HTMLElement;
  #canvas = element('div', { class: 'virtual-canvas', role: 'presentation' });
  #count = 0;
  #selected = -1;
  #renderRow: (index: number) => HTMLElement;
  #onSelect: (index: number) => void;

  constructor(label: string, renderRow: (index: number) => HTMLElement, onSelect: (index: number) => void) {
    this.#renderRow = renderRow;
    this.#onSelect = onSelect;
    this.element = element(
      'div',
      { class: 'virtual-list', role: 'listbox', tabindex: 0, 'aria-label': label },
      this.#canvas,
    );
    this.element.addEventListener('scroll', () => this.#render(), { passive: true });
    this.element.addEventListener('keydown', event => this.#key(event));
    this.element.addEventListener('click', event => {
      const row = (event.target as Element).closest<HTMLElement>('[data-index]');
      if (row) {
        this.#choose(Number(row.dataset.index));
      }
    });
    new ResizeObserver(() => this.#render()).observe(this.element);
  }

  /** Draws the rows anew; scrolls only when the selection moved out of sight through the keyboard. */
  update(count: number, selected: number): void {
    this.#count = count;
    this.#selected = selected;
    this.#canvas.style.height = `${count * ROW_HEIGHT}px`;
    this.#render();
  }

  reveal(index: number): void {
    const top = index * ROW_HEIGHT;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) {
      this.element.scrollTop = top;
    } else if (top + ROW_HEIGHT > scrollTop + clientHeight) {
      this.element.scrollTop = top + ROW_HEIGHT - clientHeight;
    }
  }

  #render(): void {
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW_HEIGHT) - EXTRA_ROWS);
    const visible = Math.ceil(Math.max(240, this.element.clientHeight) / ROW_HEIGHT) + 2 * EXTRA_ROWS;
    const last = Math.min(this.#count, first + visible);
    const rows: HTMLElement[] = [];
    for (let index = first; index < last; index++) {
      const row = this.#renderRow(index);
      setAttributes(row, {
        role: 'option',
        id: `option-${index}`,
        'data-index': index,
        'aria-selected': String(index === this.#selected),
        'aria-setsize': this.#count,
        'aria-posinset': index + 1,
      });
      row.style.top = `${index * ROW_HEIGHT}px`;
      rows.push(row);
    }
    this.#canvas.replaceChildren(...rows);
    setAttributes(this.element, {
      'aria-activedescendant':
        this.#selected >= first && this.#selected < last ? `option-${this.#selected}` : null,
    });
  }

  #key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 1);
    const moves: Record<string, number> = {
      ArrowDown: this.#selected + 1,
      ArrowUp: this.#selected - 1,
      PageDown: this.#selected + page,
      PageUp: this.#selected - page,
      Home: 0,
      End: this.#count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined && this.#count > 0) {
      event.preventDefault();
      this.#choose(Math.min(this.#count - 1, Math.max(0, target)));
    }
  }

  #choose(index: number): void {
    this.#onSelect(index);
    this.reveal(index);
  }
}
