/** What a person does in a VS Code window, as functions: open, search, read the editor, apply a fix. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';

/** Screenshots and logs go here; git ignores it. */
export const artifactsFolder = path.resolve('artifacts');

/** VS Code's handle for tests, present because the server runs with `--enable-smoke-test-driver`. */
interface DriverWindow extends Window {
  driver?: { whenWorkbenchRestored(): Promise<void> };
}

/** The menu of quick fixes; a second widget of that class is its empty submenu. */
const actionMenu = '.action-widget:not(.action-list-submenu-panel)';

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

export class Workbench {
  /** Playwright's page, for what this class does not cover. */
  readonly page: Page;
  /** The workspace's folder on disk. */
  readonly folder: string;

  constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
  }

  /** Waits until VS Code has restored its window. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 90_000 });
    await this.page.evaluate(() => (window as DriverWindow).driver?.whenWorkbenchRestored());
  }

  /** Waits for the folders of a workspace file; a window that came up without them is loaded again. */
  async foldersShown(): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row').first();
    const look = async (): Promise<true | undefined> => {
      const isShown = await row.waitFor({ timeout: 10_000 }).then(
        () => true as const,
        () => undefined,
      );
      if (isShown === undefined) {
        await this.page.reload();
        await this.ready();
      }
      return isShown;
    };
    await this.until('the folders of the workspace', look, 60_000);
  }

  /**
   * Types into the box that a key opens, and takes the row that is chosen then. The box is opened again where it closed
   * itself meanwhile, or does not know the row yet, as while files and extensions are still being read.
   */
  private async quickInput(key: string, text: string, row: string | null): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const chosen = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row ?? '' });
    const happened = (wait: Promise<void>) =>
      wait.then(
        () => true as const,
        () => undefined,
      );
    await this.until(`"${row ?? text}" in the box`, async () => {
      await this.page.keyboard.press(key);
      const isThere =
        (await happened(widget.locator('input').first().fill(text, { timeout: 5000 }))) &&
        (row === null || (await happened(chosen.waitFor({ timeout: 5000 }))));
      await this.page.keyboard.press(isThere ? 'Enter' : 'Escape');
      return isThere || undefined;
    });
    // What was chosen may ask something in the same place.
    await (row === null ? widget : chosen).waitFor({ state: 'hidden' });
  }

  /** Opens a file of the workspace through quick open, and waits for its text. */
  async open(name: string): Promise<void> {
    const base = path.posix.basename(name);
    await this.quickInput('Control+P', name, base);
    await this.page.locator(`.tab.active[data-resource-name="${base}"]`).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** The same by a click in the Explorer, for files that quick open cannot search for. */
  async openInExplorer(name: string): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Opens a notebook of the workspace, and waits for its first code cell. */
  async openNotebook(name: string): Promise<void> {
    await this.quickInput('Control+P', name, name);
    await this.page.locator('.notebookOverlay .code-cell-row .view-line').first().waitFor();
  }

  /** The notebook's code cells in view whose text holds this. */
  cell(text: string): Locator {
    return this.page.locator('.notebookOverlay .code-cell-row', { hasText: text });
  }

  /** Runs a command by the title that the palette shows, for instance `'Kerascope: Train Model'`. */
  async run(title: string): Promise<void> {
    await this.quickInput('F1', `>${title}`, title);
  }

  /** Puts the cursor there; line and column count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput('Control+G', `:${line}:${column}`, null);
    await this.page
      .locator('[id="status.editor.selection"]', { hasText: new RegExp(`\\b${line}\\b`) })
      .waitFor();
  }

  /** The code editor that has, or last had, the focus. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[role="code"]').first();
  }

  /** Replaces the text from the start of `line` to its end. */
  async replaceLine(line: number, text: string): Promise<void> {
    await this.goTo(line, 1);
    await this.page.keyboard.press('Home');
    await this.page.keyboard.press('Home');
    await this.page.keyboard.press('Shift+End');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.insertText(text);
  }

  /** Types at the cursor as a keyboard does, so that suggestions and auto-closing react. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Saves the active file and waits until its tab is clean. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').first().waitFor();
  }

  /** What a file of the workspace holds on disk. */
  readFile(name: string): Promise<string> {
    return readFile(path.join(this.folder, name), 'utf8');
  }

  /** For each visible line its number and the text of its parts that match `selector`. */
  private async textByLine(selector: string): Promise<Map<number, string>> {
    const rows = await this.editor.evaluate((editor, parts) => {
      // Numbers and lines are separate columns; they belong together where they are equally high.
      const top = (element: Element) => Math.round(element.getBoundingClientRect().top);
      const margin = [...editor.querySelectorAll('.margin-view-overlays .line-numbers')];
      const numbers = new Map(margin.map(element => [top(element), Number(element.textContent)]));
      return [...editor.querySelectorAll('.view-lines .view-line')].map(line => {
        const text = [...line.querySelectorAll(parts)].map(part => part.textContent ?? '').join('');
        return [numbers.get(top(line)) ?? 0, text.replace(/\u00a0/g, ' ')] as const;
      });
    }, selector);
    return new Map(rows.filter(([line]) => line > 0).sort(([first], [second]) => first - second));
  }

  /** The visible lines of the active editor by line number, inlay hints included. */
  visibleLines(): Promise<Map<number, string>> {
    return this.textByLine(':scope > span');
  }

  /** The text of the inlay hints on each visible line that has one. */
  async inlayHints(): Promise<Map<number, string>> {
    const texts = await this.textByLine('span[class*="dyn-rule"]');
    return new Map([...texts].filter(([, text]) => text !== '').map(([line, text]) => [line, text.trim()]));
  }

  /** Waits for an inlay hint holding `text` and returns the hints of its line. */
  async inlayHint(line: number, text: string): Promise<string> {
    return this.until(`inlay hint "${text}" on line ${line}`, async () => {
      const hints = (await this.inlayHints()).get(line);
      return hints?.includes(text) ? hints : undefined;
    });
  }

  /** A code lens by its text; click it, or read it. */
  codeLens(text: string): Locator {
    return this.editor.locator('.codelens-decoration a', { hasText: text });
  }

  /** The underlines in the active editor. */
  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** The rows of the Problems view, as screen readers hear them; waits for the first. */
  async problems(): Promise<string[]> {
    await this.run('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll(elements => elements.map(element => element.getAttribute('aria-label') ?? ''));
  }

  /** How many errors and warnings the status bar counts. */
  async problemCounts(): Promise<ProblemCounts> {
    const text = (await this.page.locator('[id="status.problems"]').textContent()) ?? '';
    const [errors = 0, warnings = 0] = (text.match(/\d+/g) ?? []).map(Number);
    return { errors, warnings };
  }

  /** Waits until the status bar counts exactly that. */
  async problemCountsAre(expected: ProblemCounts): Promise<void> {
    const what = `${expected.errors} errors and ${expected.warnings} warnings`;
    await this.until(what, async () => {
      const { errors, warnings } = await this.problemCounts();
      return errors === expected.errors && warnings === expected.warnings ? true : undefined;
    });
  }

  /** Puts the focus back into the active editor. */
  async focusEditor(): Promise<void> {
    await this.run('View: Focus Active Editor Group');
  }

  /** The hover at the cursor, as text, once it holds `part`: its sources answer one after the other. */
  async hover(part = ''): Promise<string> {
    const content = this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await this.until('a hover', async () => {
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+I');
      return content
        .first()
        .waitFor({ timeout: 5000 })
        .then(
          () => true as const,
          () => undefined,
        );
    });
    const text = await this.until(`hover with "${part}"`, async () => {
      const present = (await content.allInnerTexts()).join('\n');
      return present.includes(part) ? present : undefined;
    });
    await this.page.keyboard.press('Escape');
    return text;
  }

  /** Opens the menu of quick fixes, again where a passing change of the editor has closed it. */
  private async openQuickFixes(row: Locator): Promise<void> {
    await this.until(`quick fixes with ${row}`, async () => {
      await this.page.keyboard.press('Control+.');
      return row
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true as const,
          () => undefined,
        );
    });
  }

  /** The titles of the quick fixes at the cursor. */
  async quickFixes(): Promise<string[]> {
    const actions = this.page.locator(`${actionMenu} .monaco-list-row.action`);
    await this.openQuickFixes(actions);
    const titles = await actions.allInnerTexts();
    await this.page.keyboard.press('Escape');
    return titles.map(title => title.trim());
  }

  /**
   * Applies the quick fix of that title at the cursor, by a click: keys that come after the menu has closed itself would
   * move the cursor away.
   */
  async quickFix(title: string): Promise<void> {
    const menu = this.page.locator(actionMenu);
    const row = menu.locator('.monaco-list-row.action', { hasText: title }).first();
    await this.until(`quick fix "${title}"`, async () => {
      await this.page.keyboard.press('Control+.');
      return row.click({ timeout: 3000 }).then(
        () => true as const,
        () => undefined,
      );
    });
    await menu.waitFor({ state: 'hidden' });
  }

  /** An entry of the status bar by its text. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /**
   * A notification by its text, in the list of those that are kept: under its test driver VS Code shows no toasts.
   * The list is opened, and once more where it closed itself again, as it does when it was empty.
   */
  async notification(text: string | RegExp): Promise<Locator> {
    const center = this.page.locator('.notifications-center');
    const item = center.locator('.notification-list-item', { hasText: text });
    return this.until(`the notification "${text}"`, async () => {
      if (!(await center.isVisible())) await this.run('Notifications: Show Notifications');
      return item.waitFor({ timeout: 5000 }).then(
        () => item,
        () => undefined,
      );
    });
  }

  /** The display names of the extensions that run, with what "Show Running Extensions" says of each. */
  async runningExtensions(): Promise<Map<string, string>> {
    await this.run('Developer: Show Running Extensions');
    const list = this.page.locator('.runtime-extensions-editor');
    await list.locator('.extension').first().waitFor();
    await list.hover();
    const found = new Map<string, string>();
    // Only the rows in view exist, so the list is scrolled until it has brought nothing new for a while.
    for (let idle = 0; idle < 5; idle++) {
      const before = found.size;
      const rows = await list.locator('.extension').evaluateAll(elements =>
        elements.map(element => {
          const text = (part: string) => element.querySelector(part)?.textContent ?? '';
          return [text('.name'), text('.activation-time')] as const;
        }),
      );
      for (const [name, activation] of rows) found.set(name, activation);
      if (found.size > before) idle = 0;
      await this.page.mouse.wheel(0, 300);
      await this.page.evaluate(
        () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    }
    await this.page.keyboard.press('Escape');
    return found;
  }

  /** The webview's inner frame whose content matches `selector`, once there is one. */
  webview(selector: string, timeout = 30_000): Promise<Frame> {
    return this.until(
      `webview with ${selector}`,
      async () => {
        for (const frame of this.page.frames()) {
          if (!frame.url().includes('/webview/browser/pre/fake.html')) continue;
          if (
            await frame
              .locator(selector)
              .count()
              .catch(() => 0)
          )
            return frame;
        }
        return undefined;
      },
      timeout,
    );
  }

  /** Asks `look` on every animation frame of the page until it answers; fails naming `what`. */
  async until<Found>(what: string, look: () => Promise<Found | undefined>, timeout = 30_000): Promise<Found> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.`);
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** Keeps a picture of the window as `artifacts/<name>.png`. */
  async screenshot(name: string): Promise<string> {
    await mkdir(artifactsFolder, { recursive: true });
    const file = path.join(artifactsFolder, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }
}
