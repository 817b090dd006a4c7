/** A model that is saved and loaded in the panel: the files lie in the workspace afterwards. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import { PanelPage } from './panelPage.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

const script = `import numpy as np
from keras import Sequential, callbacks, layers, models
x = np.random.rand(32, 3)
y = x.sum(axis=1, keepdims=True)
model = Sequential([layers.Input((3,)), layers.Dense(4, activation='relu'), layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.CSVLogger('log.csv')])
model.save('model.keras')
again = models.load_model('model.keras')
print('same', bool(np.array_equal(again.predict(x, verbose=0), model.predict(x, verbose=0))))
`;

test('a saved model is a file of the workspace and is loaded again', async () => {
  await editor.window({ files: { 'save.py': script } }, async workbench => {
    await workbench.open('save.py');
    await workbench.codeLens('Train Model').first().click();
    const panel = await PanelPage.of(workbench);
    await panel.ended('finished');
    await panel.tab('Output');
    await panel.frame.getByText('same True').first().waitFor();
    expect((await workbench.readFile('log.csv')).split('\r\n')[0]).toBe('epoch,loss,val_loss');
    expect((await workbench.readFile('model.keras')).slice(0, 2)).toBe('PK');
  });
});
