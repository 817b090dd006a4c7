/** Every mistake of the third example is found at its place, and each quick fix makes its finding go away. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import type { Workbench } from './harness/workbench.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

const FILE = 'label_mistakes.py';

/** The numbered mistakes of the file: the expression to blame, within the line that holds `line`. */
const mistakes = [
  { line: 'integers.fit(X, labels', blamed: 'labels', severity: 'Error' },
  { line: 'width.fit(X, wide', blamed: 'wide', severity: 'Error' },
  { line: 'scores.add(Dense(3))', blamed: 'Dense(3)', severity: 'Warning' },
  { line: 'CategoricalCrossentropy(from_logits=True)', blamed: 'from_logits', severity: 'Warning' },
  { line: 'CategoricalCrossentropy(softmax=False)', blamed: 'softmax', severity: 'Error' },
  { line: "single.add(Dense(1, activation='softmax'))", blamed: "'softmax'", severity: 'Warning' },
] as const;

interface Problem {
  readonly severity: string;
  readonly line: number;
  readonly column: number;
}

/** The findings in the Problems view, without the rows of files and related places. */
async function problems(workbench: Workbench): Promise<Problem[]> {
  const labels = await workbench.problems();
  return labels.flatMap(label => {
    const match = /^(Error|Warning|Info)\w*: [\s\S]* at line (\d+) and character (\d+)/.exec(label);
    return match && label.includes('kerascope')
      ? [{ severity: match[1]!, line: Number(match[2]), column: Number(match[3]) }]
      : [];
  });
}

test('the third example shows each finding at its place', async () => {
  // High enough for every row of the Problems view, which holds only what can be seen.
  const viewport = { width: 1400, height: 2000 };
  await editor.window({ folder: 'examples', viewport }, async workbench => {
    await workbench.open(FILE);
    await workbench.problemCountsAre({ errors: 3, warnings: 3 });
    const lines = (await workbench.readFile(FILE)).split('\n');
    const expected = mistakes.map(({ line, blamed, severity }) => {
      const index = lines.findIndex(text => text.includes(line));
      return { severity, line: index + 1, column: lines[index]!.indexOf(blamed) + 1 };
    });
    const byLine = (first: Problem, second: Problem): number => first.line - second.line;
    expect((await problems(workbench)).sort(byLine)).toEqual(expected.sort(byLine));
    await workbench.screenshot('example-3-findings');
  });
});

test.each(mistakes)('each quick fix at $line removes its finding', async ({ line, blamed, severity }) => {
  await editor.window({ folder: 'examples' }, async workbench => {
    const lines = (await workbench.readFile(FILE)).split('\n');
    const index = lines.findIndex(text => text.includes(line));
    const place = [index + 1, lines[index]!.indexOf(blamed) + 2] as const;
    await workbench.open(FILE);
    await workbench.problemCountsAre({ errors: 3, warnings: 3 });
    await workbench.goTo(...place);
    const titles = await workbench.quickFixes();
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) {
      await workbench.goTo(...place);
      await workbench.quickFix(title);
      await workbench.problemCountsAre(
        severity === 'Error' ? { errors: 2, warnings: 3 } : { errors: 3, warnings: 2 },
      );
      await workbench.screenshot(`example-3-fix-${index + 1}-${titles.indexOf(title) + 1}`);
      await workbench.page.keyboard.press('Control+Z');
      await workbench.problemCountsAre({ errors: 3, warnings: 3 });
    }
  });
});

test('fixing all at once leaves a clean file', async () => {
  await editor.window({ folder: 'examples' }, async workbench => {
    await workbench.open(FILE);
    await workbench.problemCountsAre({ errors: 3, warnings: 3 });
    await workbench.run('Fix All');
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    await workbench.screenshot('example-3-fixed');
  });
});
