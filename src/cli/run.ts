/** `kerascope run`: runs a script as `python FILE` would, with its training on this machine's CPU. */
import { parseArguments } from './arguments.ts';
import { type CommandEnvironment, UsageError } from './environment.ts';
import { readScript } from './sources.ts';

export const RUN_USAGE =
  'kerascope run [--backend auto|cpu|wasm] [--workspace DIR] [--download] FILE [script arguments]';

const BACKENDS = ['auto', 'cpu', 'wasm'] as const;
export type RunBackend = (typeof BACKENDS)[number];

/** Returns the script's exit status: 1 after an uncaught exception, 130 after Ctrl+C. */
export async function run(words: readonly string[], environment: CommandEnvironment): Promise<number> {
  const rules = { values: ['--backend', '--workspace'], flags: ['--download'], endAtFirstFile: true };
  const { values, flags, rest } = parseArguments(words, rules);
  const [file, ...scriptArguments] = rest;
  if (file === undefined) throw new UsageError('run needs a file');
  const backend = chosenBackend(values.get('--backend') ?? 'auto');
  const text = await readScript(file, environment);
  const { runSession } = await import('./runSession.ts');
  return runSession({
    file,
    text,
    scriptArguments,
    workspace: values.get('--workspace') ?? null,
    backend,
    download: flags.has('--download'),
    environment,
  });
}

function chosenBackend(name: string): RunBackend {
  const known = BACKENDS.find(backend => backend === name);
  if (known === undefined) throw new UsageError(`--backend takes ${BACKENDS.join(', ')}, not ${name}`);
  return known;
}
