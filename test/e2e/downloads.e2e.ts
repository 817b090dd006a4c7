/** A script asks for data that is not on this machine: consent, progress, Stop, damage, and then it trains. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileServer } from '../library/downloads/server.ts';
import { Editor } from './harness/editor.ts';
import type { Workbench } from './harness/workbench.ts';
import { PanelPage, textOf } from './panelPage.ts';

/** Each test is several runs, which a busy machine takes its time for. */
const TIMEOUT = 400_000;

let server: FileServer;
let home: string;
beforeAll(async () => {
  server = await FileServer.start();
  home = mkdtempSync(path.join(tmpdir(), 'kerascope-home-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true });
});

/** A `.npy` file of float32 rows. */
function npy(rows: number, columns: number): Uint8Array {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  const header = `${text}${' '.repeat(63 - ((10 + text.length) % 64))}\n`;
  const bytes = new Uint8Array(10 + header.length + rows * columns * 4);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, header.length & 255, header.length >> 8]);
  bytes.set(new TextEncoder().encode(header), 10);
  const values = new DataView(bytes.buffer, 10 + header.length);
  for (let index = 0; index < rows * columns; index++) values.setFloat32(index * 4, (index % 7) / 7, true);
  return bytes;
}

const archive = zipSync({ 'x.npy': npy(50_000, 16), 'y.npy': npy(50_000, 1) }, { level: 0 });

const script = (address: string): string => `import numpy as np
import keras

path = keras.utils.get_file(
    'digits.npz',
    '${address}/digits.npz',
    file_hash='${createHash('sha256').update(archive).digest('hex')}',
)
with np.load(path) as data:
    x, y = data['x'], data['y']
model = keras.Sequential([keras.Input((16,)), keras.layers.Dense(1)])
model.compile('sgd', 'mse')
model.fit(x, y, batch_size=5000, epochs=2)
print('trained on', len(x))
`;

const mnist = `from keras import layers, models
from keras.datasets import mnist

(x_train, y_train), (x_test, y_test) = mnist.load_data()
model = models.Sequential()
model.add(layers.Flatten(input_shape=(28, 28)))
model.add(layers.Dense(10, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x_train / 255, y_train, epochs=5, validation_data=(x_test / 255, y_test))
`;

async function train(workbench: Workbench, file: string): Promise<void> {
  await workbench.open(file);
  await workbench.codeLens('Train Model').first().waitFor();
  await workbench.run('Kerascope: Train Model');
}

/** The question in the middle of the window. */
function dialog(workbench: Workbench, text: string): Locator {
  return workbench.page.locator('.monaco-dialog-box', { hasText: text });
}

const inCache = (): string[] =>
  existsSync(path.join(home, 'datasets')) ? readdirSync(path.join(home, 'datasets')) : [];

test('data that is not here is fetched when the user agrees, and nothing is lost otherwise', {
  timeout: TIMEOUT,
}, async () => {
  server.contents.set('digits.npz', archive);
  const editor = await Editor.start({}, false, { KERAS_HOME: home });
  const files = { 'digits.py': script(server.address), 'mnist.py': mnist };
  try {
    await editor.window({ files }, async workbench => {
      await train(workbench, 'mnist.py');
      const question = dialog(workbench, 'Download MNIST (11.5 MB)?');
      await question.waitFor();
      expect(await textOf(question)).toContain(`Kept in: ${home}/datasets`);
      await workbench.screenshot('download-consent');
      await question.getByRole('button', { name: 'Cancel' }).click();
      const panel = await PanelPage.of(workbench);
      await panel.ended('failed');
      expect(await panel.said()).toContain('choose Download');
      expect(await panel.said()).toContain('line 4');
      await workbench.screenshot('download-refused');

      server.answer = 'half';
      const left = server.left();
      await train(workbench, 'digits.py');
      await dialog(workbench, 'Download digits.npz?').getByRole('button', { name: 'Download' }).click();
      const downloading = panel.frame.locator('.progress-step', { hasText: /digits.npz, 1.7 of 3.4 MB/ });
      await downloading.waitFor();
      await workbench.statusItem('downloading digits.npz').waitFor();
      await workbench.screenshot('download-progress');
      await panel.stop();
      await left;
      expect(inCache()).toEqual([]);

      server.answer = 'damaged';
      await panel.button('Train again').click();
      await panel.frame.locator('.progress-step', { hasText: /^failed/ }).waitFor();
      expect(await panel.said()).toContain('is damaged');
      expect(inCache()).toEqual([]);

      server.answer = 'whole';
      await panel.button('Train again').click();
      await panel.frame.locator('.progress-step', { hasText: /^finished/ }).waitFor({ timeout: 60_000 });
      expect(await panel.output()).toContain('trained on 50000');
      expect(inCache()).toEqual(['digits.npz']);
      await workbench.screenshot('download-trained');
    });
  } finally {
    await editor.stop();
  }
});

test("a browser's own extension host keeps what it fetches in that browser", {
  timeout: TIMEOUT,
}, async () => {
  server.contents.set('digits.npz', archive);
  server.answer = 'whole';
  const editor = await Editor.start({ 'remote.extensionKind': { 'kerascope.kerascope': ['web'] } });
  try {
    const files = { 'digits.py': script(server.address), 'again.py': script(server.address) };
    await editor.window({ files }, async workbench => {
      await train(workbench, 'digits.py');
      const question = dialog(workbench, 'Download digits.npz?');
      await question.waitFor();
      expect(await textOf(question)).toContain('Kept in: /.keras/datasets');
      await question.getByRole('button', { name: 'Download' }).click();
      const panel = await PanelPage.of(workbench);
      await panel.ended('finished');
      const asked = server.asked.length;
      await panel.button('Train again').click();
      await panel.begun();
      await panel.ended('finished');
      expect(await textOf(panel.status)).toContain('finished');
      expect(server.asked).toHaveLength(asked);
    });
  } finally {
    await editor.stop();
  }
});
