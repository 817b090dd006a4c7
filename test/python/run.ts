/** Runs a script's text for tests: what it prints, and how it ends. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type RunObserver, RunPolicy } from '../../src/execution/runPolicy.ts';
import { type RunResult, runScript } from '../../src/execution/runScript.ts';
import { type LibraryRegistry, libraryRegistry } from '../../src/python/modules.ts';
import { createParser, type Parser } from '../../src/python/parse/parser.ts';
import type { Host, HostFiles } from '../../src/python/policy.ts';

const require = createRequire(import.meta.url);
const wasmFolder = path.dirname(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter.wasm'));

let shared: Promise<Parser> | null = null;

/** The parser, made once per test process. */
export function testParser(): Promise<Parser> {
  shared ??= createParser({
    runtimeWasm: readFileSync(path.join(wasmFolder, 'tree-sitter.wasm')),
    pythonWasm: readFileSync(path.join(wasmFolder, 'tree-sitter-python.wasm')),
  });
  return shared;
}

export interface TestRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
  readonly result: RunResult;
}

export interface TestRunOptions {
  libraries?: LibraryRegistry;
  files?: HostFiles | null;
  modules?: Readonly<Record<string, string>>;
  argv?: readonly string[];
  observer?: RunObserver;
  policy?: RunPolicy;
  prepare?: Parameters<typeof runScript>[0]['prepare'];
  kerasVersion?: Parameters<typeof runScript>[0]['kerasVersion'];
}

/** Runs a script as `python script.py` would. */
export async function runPython(text: string, options: TestRunOptions = {}): Promise<TestRun> {
  let stdout = '';
  let stderr = '';
  const host: Host = {
    write(stream, piece) {
      if (stream === 'stdout') stdout += piece;
      else stderr += piece;
    },
    files: options.files ?? null,
    moduleSource(name) {
      const source = options.modules?.[name];
      return source === undefined ? null : { path: `${name.replaceAll('.', '/')}.py`, text: source };
    },
    scriptPath: 'script.py',
    argv: ['script.py', ...(options.argv ?? [])],
    environment: () => undefined,
    now: () => Date.now(),
    monotonic: () => performance.now(),
  };
  const result = await runScript({
    text,
    parser: await testParser(),
    policy: options.policy ?? new RunPolicy(options.observer),
    host,
    libraries: options.libraries ?? libraryRegistry([]),
    prepare: options.prepare,
    kerasVersion: options.kerasVersion,
  });
  return { stdout, stderr, status: result.status, result };
}
