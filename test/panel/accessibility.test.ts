/** The panel without a mouse, without eyes, without motion: names, keyboard, contrast. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelPage, ThemeName } from './harness.ts';
import { Harness } from './harness.ts';
import { failure, INITIALISE, RUN, untilEpochSeven, untilTheEnd } from './scenario.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness.stop());

const TABS = ['Training', 'Predictions', 'Temperature', 'Layers', 'Output'];

async function trained(theme: ThemeName = 'dark'): Promise<PanelPage> {
  const panel = await harness.open({ theme, height: 1600 });
  await panel.host(INITIALISE, { type: 'run', run: RUN, checkpoint: null });
  await panel.toWorker('start');
  await panel.worker(...untilEpochSeven(), ...untilTheEnd());
  return panel;
}

/** Roles that say nothing without a name. */
const NAMED =
  /^(?:button|link|slider|checkbox|combobox|tab|tabpanel|textbox|spinbutton|image|img|listbox|option|progressbar|grid|switch|tablist)$/;

interface AccessibleNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

/** What a screen reader is told of the page: role and name. */
async function spoken(panel: PanelPage): Promise<{ role: string; name: string }[]> {
  const session = await panel.page.context().newCDPSession(panel.page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: AccessibleNode[];
  };
  await session.detach();
  return nodes
    .filter(node => !node.ignored)
    .map(node => ({ role: node.role?.value ?? '', name: (node.name?.value ?? '').trim() }));
}

describe.each(TABS)('%s', tab => {
  it('has a name for everything that can be worked or looked at', async () => {
    const panel = await trained();
    await panel.tab(tab);
    const nodes = await spoken(panel);
    expect(nodes.filter(({ role }) => NAMED.test(role)).length).toBeGreaterThan(TABS.length);
    expect(nodes.filter(({ role, name }) => NAMED.test(role) && name === '')).toEqual([]);
    await panel.close();
  });

  it('can be worked with the keyboard alone', async () => {
    const panel = await trained();
    await panel.tab(tab);
    const expected = await panel.page.evaluate(() => {
      const controls = 'button, input, select, a[href], [tabindex="0"], vscode-button, vscode-dropdown';
      const usable = [...document.querySelectorAll<HTMLElement>(controls)].filter(
        element =>
          element.checkVisibility({ visibilityProperty: true }) &&
          element.getAttribute('tabindex') !== '-1' &&
          !element.hasAttribute('disabled') &&
          !element.parentElement?.closest('vscode-button, vscode-dropdown'),
      );
      usable.forEach((element, index) => {
        element.dataset.control = String(index);
      });
      document.body.tabIndex = -1;
      document.body.focus();
      return usable.map(element => element.outerHTML.slice(0, 120));
    });
    const reached = new Set<number>();
    for (let presses = 0; presses < expected.length + 5; presses++) {
      await panel.page.keyboard.press('Tab');
      const control = await panel.page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-control]')?.dataset.control,
      );
      if (control !== undefined) reached.add(Number(control));
    }
    expect(expected.length).toBeGreaterThan(2);
    expect(expected.filter((_control, index) => !reached.has(index))).toEqual([]);
    await panel.close();
  });
});

describe.each<ThemeName>(['dark', 'light', 'high-contrast', 'high-contrast-light'])('in %s', theme => {
  it('has text that stands out from what is behind it', async () => {
    const panel = await trained(theme);
    for (const tab of TABS) {
      await panel.tab(tab);
      expect(await faintTexts(panel), tab).toEqual([]);
    }
    await panel.worker(...failure());
    expect(await faintTexts(panel), 'failed').toEqual([]);
    await panel.close();
  });
});

/** Visible texts with less contrast than WCAG 2.2 asks of normal text (4.5), those of disabled controls left out. */
function faintTexts(panel: PanelPage): Promise<string[]> {
  return panel.page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const rgba = (color: string): number[] => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const over = (above: number[], below: number[]): number[] => {
      const alpha = above[3]! / 255;
      return [0, 1, 2].map(index => above[index]! * alpha + below[index]! * (1 - alpha));
    };
    const luminance = (color: number[]): number => {
      const [red, green, blue] = color.map(value => {
        const share = value / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const behind = (element: Element | null): number[] => {
      if (element === null) return rgba(getComputedStyle(document.body).backgroundColor);
      const own = rgba(getComputedStyle(element).backgroundColor);
      return own[3] === 255 ? own : over(own, behind(element.parentElement));
    };
    const faint: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent!.trim();
      const element = walker.currentNode.parentElement!;
      if (text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      if (element.closest('[disabled], [aria-disabled="true"], script, style, svg, .visually-hidden'))
        continue;
      // The toolkit's buttons are coloured inside their shadow, by VS Code's own colours.
      if (element.closest('vscode-button, vscode-dropdown, vscode-option')) continue;
      const background = behind(element);
      const first = luminance(over(rgba(getComputedStyle(element).color), background));
      const second = luminance(background);
      const ratio = (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
      // The mark of a row is a sign beside its words.
      if (ratio < (element.matches('.mark') ? 3 : 4.5))
        faint.push(`${ratio.toFixed(2)} ${text.slice(0, 40)} <${element.className}>`);
    }
    return faint;
  });
}

describe('charts', () => {
  it('say in words what they show, with a table that the keyboard reaches', async () => {
    const panel = await trained();
    const charts = (await spoken(panel)).filter(({ role }) => role === 'image' || role === 'img');
    expect(charts.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^Chart of loss over epoch: train [\d.]+, validation [\d.]+$/),
      expect.stringMatching(/^Chart of accuracy over epoch: train [\d.]+, validation [\d.]+$/),
    ]);
    const show = panel.page.locator('.chart button[title="Show as a table"]').first();
    await show.focus();
    await panel.page.keyboard.press('Enter');
    await panel.page.keyboard.press('Tab');
    const nodes = await spoken(panel);
    expect(nodes.some(({ role }) => role === 'table')).toBe(true);
    expect(await show.getAttribute('aria-pressed')).toBe('true');
    await panel.close();
  });
});

describe('a live region', () => {
  it('says when the run begins and how it ends', async () => {
    const panel = await trained();
    const said = panel.page.locator('[aria-live="polite"], [role="status"]');
    expect((await said.allTextContents()).join(' ')).toMatch(/finished/i);
    await panel.close();
  });
});

describe('motion', () => {
  const moving = (panel: PanelPage): Promise<number> =>
    panel.page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );

  it.each([
    [true, 1],
    [false, 0],
  ])('moves while it prepares only where motion is wanted (%s)', async (motion, animations) => {
    const panel = await harness.open({ motion });
    await panel.host(INITIALISE, { type: 'run', run: RUN, checkpoint: null });
    await panel.toWorker('start');
    expect(await moving(panel)).toBe(animations);
    await panel.close();
  });
});
