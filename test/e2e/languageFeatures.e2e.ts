/** Hovers, outline, Models view, status bar and translations in the editor. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import { PanelPage } from './panelPage.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

const FILE = 'categorical_crossentropy.py';

test('a layer, an array and the loss tell what they are', async () => {
  await editor.window({ folder: 'examples' }, async workbench => {
    const lines = (await workbench.readFile(FILE)).split('\n');
    const place = (text: string): [number, number] => {
      const index = lines.findIndex(line => line.includes(text));
      return [index + 1, lines[index]!.indexOf(text) + 2];
    };
    await workbench.open(FILE);
    await workbench.codeLens('Train Model').waitFor();
    await workbench.goTo(...place('Dense(32'));
    const layer = await workbench.hover('kernel');
    expect(layer).toContain('(None, 10) → (None, 32)');
    expect(layer).toContain('(10, 32)');
    expect(layer).toContain('the last axis, 10 features, becomes 32 units');
    expect(layer).toContain('352 params: (10 + 1) × 32 = 352');
    await workbench.goTo(...place('X = '));
    expect(await workbench.hover('float64')).toContain('(100, 10)');
    await workbench.goTo(...place("loss='"));
    expect(await workbench.hover('one-hot')).toContain('(None, 3)');
    // A name tells what it stands for where it is used …
    await workbench.goTo(...place('model.fit'));
    const model = await workbench.hover('Sequential');
    expect(model).toContain('451 params · (None, 10) → (None, 3)');
    expect(model).toContain('categorical_crossentropy');
    const [line, column] = place('(X, y');
    await workbench.goTo(line, column);
    expect(await workbench.hover('float64')).toContain('(100, 10)');
    // … and the call what it is given.
    await workbench.goTo(line, place('fit(')[1]);
    const data = await workbench.hover('batch_size 32');
    expect(data).toContain('(100, 10) float64');
    expect(data).toContain('one-hot, 3 classes');
  });
});

const convolutional = `import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(16, 3, strides=2, activation='relu'),
    layers.Flatten(),
    layers.Dense(10),
])
model.compile('adam', keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`;

test('a hover shows how a shape came to be, and a loss from logits asks for raw scores', async () => {
  await editor.window({ files: { 'images.py': convolutional } }, async workbench => {
    await workbench.open('images.py');
    await workbench.inlayHint(6, '(None, 13, 13, 16) · 160 params');
    expect(await workbench.inlayHint(7, '(None, 2704)')).toBe('(None, 2704)');
    await workbench.goTo(6, 'layers.Conv2D'.length);
    const layer = await workbench.hover('multiply-adds');
    expect(layer).toContain('⌊(28 - 3) / 2⌋ + 1 = 13');
    expect(layer).toContain('(3, 3, 1, 16)');
    await workbench.goTo(10, 'model.com'.length);
    expect(await workbench.hover('SparseCategoricalCrossentropy')).toContain(
      'integer labels 0..9 and raw scores of 10 classes',
    );
  });
});

test('the Models view and the outline list the layers', async () => {
  await editor.window({ folder: 'examples', theme: 'Default Light Modern' }, async workbench => {
    await workbench.open(FILE);
    await workbench.codeLens('Train Model').waitFor();
    await workbench.run('Explorer: Focus on Models View');
    const rows = workbench.page.locator('.pane:has(.title:text("Models")) .monaco-list-row');
    await rows.nth(2).waitFor();
    const texts = (await rows.allInnerTexts()).map(text => text.replace(/\s+/g, ' '));
    expect(texts[0]).toContain('451 params');
    expect(texts[1]).toContain('(None, 32) · 352 params');
    expect(texts[2]).toContain('(None, 3) · 99 params');
    await workbench.screenshot('models-view');
    await rows.nth(2).click();
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: 'Ln 16,' }).waitFor();
    await workbench.page.keyboard.press('Control+Shift+O');
    const symbols = workbench.page.locator('.quick-input-list .monaco-list-row');
    await symbols.filter({ hasText: 'Dense' }).first().waitFor();
    expect(await symbols.filter({ hasText: 'Dense' }).count()).toBe(2);
    await workbench.page.keyboard.press('Escape');
  });
});

test('the settings turn hints and lenses off', async () => {
  const settings = {
    'kerascope.inlayHints.layers': false,
    'kerascope.codeLens.enable': false,
  };
  await editor.window({ folder: 'examples', settings }, async workbench => {
    await workbench.open(FILE);
    await workbench.inlayHint(8, '(100, 10)');
    expect([...(await workbench.inlayHints()).values()].join(' ')).not.toContain('params');
    expect(await workbench.codeLens('Train Model').count()).toBe(0);
  });
});

test('hints follow the text while it is edited', async () => {
  await editor.window({ folder: 'examples' }, async workbench => {
    await workbench.open(FILE);
    await workbench.inlayHint(15, '(None, 32) · 352 params');
    await workbench.replaceLine(15, "model.add(Dense(64, input_dim=10, activation='relu'))");
    expect(await workbench.inlayHint(15, '704 params')).toBe('(None, 64) · 704 params');
    expect(await workbench.inlayHint(16, '195 params')).toBe('(None, 3) · 195 params');
  });
});

test('a Chinese window shows Chinese texts', async () => {
  await editor.window({ folder: 'examples', locale: 'zh-cn' }, async workbench => {
    await workbench.open(FILE);
    await workbench.codeLens('训练模型').waitFor();
    await workbench.inlayHint(15, '352 个参数');
    await workbench.screenshot('chinese');
    await workbench.codeLens('训练模型').click();
    const panel = await PanelPage.of(workbench);
    await panel.button('再次训练').waitFor({ timeout: 60_000 });
    expect(await panel.frame.locator('.tab').allTextContents()).toEqual([
      '训练',
      '预测',
      '温度',
      '层',
      '输出',
    ]);
  });
});
