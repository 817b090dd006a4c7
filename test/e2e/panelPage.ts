/** The panel as a person sees it: its header, tabs, charts and bars. */
import type { Frame, Locator } from 'playwright-core';
import type { Workbench } from './harness/workbench.ts';

/** Training on software graphics while other programs compete for the processor takes its time. */
const RUN_TIMEOUT = 150_000;

export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? '';
}

/** The first number in a text. */
export function numberIn(text: string): number {
  const digits = /\d+/.exec(text);
  if (!digits) {
    throw new Error(`No number in "${text}"`);
  }
  return Number(digits[0]);
}

export class PanelPage {
  readonly frame: Frame;
  readonly #workbench: Workbench;

  private constructor(frame: Frame, workbench: Workbench) {
    this.frame = frame;
    this.#workbench = workbench;
  }

  static async of(workbench: Workbench): Promise<PanelPage> {
    return new PanelPage(await workbench.webview('#panel-root .header', 60_000), workbench);
  }

  /** "epoch 7/10". */
  get epoch(): Locator {
    return this.frame.locator('.progress-epoch');
  }

  /** "step 3/4 · 0.8 s left", "finished in 3.0 s", "stopped after 1.2 s". */
  get status(): Locator {
    return this.frame.locator('.progress-step');
  }

  get banner(): Locator {
    return this.frame.locator('.banner');
  }

  /** Waits for a status such as `finished`. */
  async ended(how: 'finished' | 'stopped' | 'failed'): Promise<void> {
    const any = this.frame.locator('.progress-step', { hasText: /^(finished|stopped|failed|lost)/ });
    await any.waitFor({ timeout: RUN_TIMEOUT });
    const status = await textOf(this.status);
    if (!status.startsWith(how)) {
      throw new Error(`The run should have ${how}, but: ${status}; ${await this.said()}`);
    }
  }

  /** Clicks Stop; the milliseconds from the click to the shown "stopped", by the page's own clock. */
  async stop(): Promise<number> {
    await this.frame.evaluate(() => {
      const { dataset } = document.documentElement;
      document.addEventListener('click', () => (dataset.clicked = String(performance.now())), {
        capture: true,
        once: true,
      });
      const observer = new MutationObserver(() => {
        if (!document.querySelector('.progress-step')?.textContent?.startsWith('stopped')) return;
        dataset.stopped = String(performance.now());
        observer.disconnect();
      });
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    await this.button('Stop').click();
    await this.ended('stopped');
    return this.frame.evaluate(() => {
      const { clicked, stopped } = document.documentElement.dataset;
      return Number(stopped) - Number(clicked);
    });
  }

  /** Waits until the panel no longer shows the end of the run before. */
  async begun(): Promise<void> {
    await this.frame
      .locator('.progress-step', { hasText: /^(finished|stopped|failed|lost)/ })
      .waitFor({ state: 'detached' });
  }

  /** What the banner says; '' where there is none. */
  said(): Promise<string> {
    return textOf(this.banner);
  }

  /** "epoch 7/10" as 7. */
  async epochNumber(): Promise<number> {
    return numberIn(await textOf(this.epoch));
  }

  /** Waits until the panel shows an epoch after this one, and returns it. */
  epochAfter(epoch: number): Promise<number> {
    const look = async (): Promise<number | undefined> => {
      const shown = /\d+/.exec(await textOf(this.epoch))?.[0];
      return shown !== undefined && Number(shown) > epoch ? Number(shown) : undefined;
    };
    return this.#workbench.until(`an epoch after ${epoch}`, look, RUN_TIMEOUT);
  }

  button(label: string): Locator {
    return this.frame.locator('vscode-button', { hasText: label });
  }

  async tab(name: 'Training' | 'Predictions' | 'Temperature' | 'Layers' | 'Output'): Promise<void> {
    await this.frame.locator('.tab', { hasText: name }).click();
  }

  /** Which backend computed and why, with those that were passed over. */
  async backend(): Promise<string> {
    return (await this.frame.locator('.header .dropdown').getAttribute('title')) ?? '';
  }

  /** How many epochs the first chart's table lists. */
  async epochsInTable(): Promise<number> {
    const chart = this.frame.locator('.chart').first();
    await chart.locator('button[title="Show as a table"]').click();
    return chart.locator('.chart-table tbody tr').count();
  }

  /** For each chart, how many of its pixels are drawn in a colour rather than in grey. */
  colouredPixels(): Promise<number[]> {
    return this.frame.locator('.chart canvas').evaluateAll(canvases =>
      canvases.map(element => {
        const canvas = element as HTMLCanvasElement;
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        let coloured = 0;
        for (let pixel = 0; pixel < data.length; pixel += 4) {
          const [red, green, blue, alpha] = data.subarray(pixel, pixel + 4);
          coloured +=
            alpha! > 100 && Math.max(red!, green!, blue!) - Math.min(red!, green!, blue!) > 40 ? 1 : 0;
        }
        return coloured;
      }),
    );
  }

  /** The widths of the visible softmax bars in percent, class by class. */
  async bars(): Promise<number[]> {
    // The rows, since a bar of no width counts as hidden.
    const fills = this.frame.locator('.bar:visible .bar-fill');
    await fills.first().waitFor({ state: 'attached' });
    return fills.evaluateAll(fills =>
      fills.map(fill => Number.parseFloat((fill as HTMLElement).style.width)),
    );
  }

  /** What the script printed. */
  async output(): Promise<string> {
    await this.tab('Output');
    await this.frame.locator('.console').waitFor();
    return (await this.frame.locator('.console > div').allTextContents()).join('\n');
  }
}
