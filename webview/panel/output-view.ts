/**
 * The Output tab: what the script printed and its traceback, with links to lines.
 */
import { element, linkButton, setText, setVisible } from './dom.ts';
import { Figures } from './figures.ts';
import type { PanelActions, PanelState, View } from './state.ts';
import { t } from './strings.ts';
import { settle, type TerminalLine } from './terminal-text.ts';

const FRAME = /File "([^"]+)", line (\d+)/g;
/** Files of libraries, which are not in the workspace, so that no link leads there. */
const LIBRARY = /^(?:keras|tf_keras|tensorflow|sklearn|pandas|matplotlib|scipy|numpy)\//;

export class OutputView implements View {
  readonly element = element('div', { class: 'view output' });
  #actions: PanelActions;
  #placeholder = element('p', { class: 'placeholder' });
  #tools = element('div', { class: 'view-options' });
  #text = element('pre', { class: 'console', tabindex: 0, role: 'log', 'aria-live': 'off' });
  #figures: Figures;
  #key = '';
  #plain = '';
  #drawn: TerminalLine[] = [];

  constructor(actions: PanelActions) {
    this.#actions = actions;
    this.#figures = new Figures(actions);
    this.#text.setAttribute('aria-label', t('Output of the script'));
    this.#tools.append(linkButton(t('Copy all'), () => actions.copy(this.#plain)));
    this.element.append(this.#placeholder, this.#tools, this.#text, this.#figures.element);
  }

  update(state: PanelState): void {
    const record = state.record;
    const pieces = record?.output ?? [];
    const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    const traceback = record?.traceback ?? null;
    const key = `${record?.run.runId} ${length} ${traceback?.text.length ?? 0}`;
    const empty = length === 0 && traceback === null;
    setVisible(this.#placeholder, empty && (record?.figures.length ?? 0) === 0);
    setVisible(this.#text, !empty);
    setVisible(this.#tools, !empty);
    setText(this.#placeholder, t('What the script prints appears here.'));
    this.#figures.update(record?.figures ?? []);
    if (key === this.#key) {
      return;
    }
    this.#key = key;
    const { scrollHeight, scrollTop, clientHeight } = this.element.parentElement ?? this.element;
    const atEnd = scrollHeight - scrollTop - clientHeight < 40;
    const lines = settle(pieces);
    const known = lines.map(line => line.text).join('\n');
    // Where the worker printed the traceback to stderr as Python does, it is there already.
    if (traceback && !known.includes(traceback.text.trim())) {
      lines.push(
        ...traceback.text
          .trimEnd()
          .split('\n')
          .map((text): TerminalLine => ({ text, stream: 'stderr', runs: [{ text, style: '' }] })),
      );
    }
    this.#plain = lines.map(line => line.text).join('\n');
    this.#draw(lines);
    if (atEnd && this.element.parentElement) {
      this.element.parentElement.scrollTop = this.element.parentElement.scrollHeight;
    }
  }

  /** Only what changed since the last time, which is at the end. */
  #draw(lines: TerminalLine[]): void {
    let same = 0;
    while (
      same < lines.length &&
      lines[same]!.text === this.#drawn[same]?.text &&
      lines[same]!.stream === this.#drawn[same]?.stream
    ) {
      same++;
    }
    while (this.#text.childElementCount > same) {
      this.#text.lastElementChild!.remove();
    }
    this.#text.append(...lines.slice(same).map(line => this.#line(line)));
    this.#drawn = lines;
  }

  #line(line: TerminalLine): HTMLElement {
    const parts = line.runs.flatMap(run => this.#run(run.text, run.style));
    return element('div', { class: line.stream }, ...(parts.length === 0 ? ['\u200b'] : parts));
  }

  /** Text in one look, with links where it names a line of a file. */
  #run(text: string, style: string): (Node | string)[] {
    const parts: (Node | string)[] = [];
    let end = 0;
    const addText = (piece: string) => {
      if (piece === '') return;
      parts.push(style === '' ? piece : element('span', { class: style }, piece));
    };
    for (const match of text.matchAll(FRAME)) {
      const [whole, path, number] = match;
      if (LIBRARY.test(path!)) continue;
      addText(text.slice(end, match.index));
      parts.push(linkButton(whole, () => this.#actions.reveal(Number(number), path!)));
      end = match.index + whole.length;
    }
    addText(text.slice(end));
    return parts;
  }
}
