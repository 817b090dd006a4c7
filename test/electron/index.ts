/** Runs inside the extension host: the extension activates, has its commands and shows shapes. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../package.json' with { type: 'json' };

const identifier = `${manifest.publisher}.${manifest.name}`;

async function activates(): Promise<void> {
  const extension = vscode.extensions.getExtension(identifier);
  assert.ok(extension, `${identifier} is not installed`);
  await extension.activate();
  assert.ok(extension.isActive);
}

async function hasItsCommands(): Promise<void> {
  const present = new Set(await vscode.commands.getCommands(true));
  const contributed: { command: string }[] =
    vscode.extensions.getExtension(identifier)?.packageJSON.contributes.commands ?? [];
  assert.ok(contributed.length > 0);
  const absent = contributed.map(({ command }) => command).filter(command => !present.has(command));
  assert.deepEqual(absent, []);
}

async function showsShapes(): Promise<void> {
  const [file] = await vscode.workspace.findFiles('**/categorical_crossentropy.py');
  assert.ok(file, 'the example is not in the workspace');
  const document = await vscode.workspace.openTextDocument(file);
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    file,
    everything,
  );
  const labels = hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(part => part.value).join(''),
  );
  for (const shape of ['(None, 32)', '(None, 3)']) {
    assert.ok(
      labels.some(label => label.includes(shape)),
      `no hint shows ${shape}: ${labels.join(' | ')}`,
    );
  }
}

/** VS Code calls this and takes a rejection for failure. */
export async function run(): Promise<void> {
  const failures: string[] = [];
  const tests = [activates, hasItsCommands, showsShapes];
  for (const test of tests) {
    try {
      await test();
      console.log(`passed: ${test.name}`);
    } catch (error) {
      console.error(`failed: ${test.name}: ${error instanceof Error ? error.message : String(error)}`);
      failures.push(test.name);
    }
  }
  console.log(`${tests.length - failures.length} passed, ${failures.length} failed`);
  if (failures.length > 0) throw new Error(`Failed: ${failures.join(', ')}`);
}
