/** Chooses the command and turns what goes wrong into words and exit statuses. */
import { CHECK_USAGE, check, version } from './check.ts';
import { type CommandEnvironment, UsageError } from './environment.ts';
import { INSPECT_USAGE, inspect } from './inspect.ts';
import { RUN_USAGE, run } from './run.ts';

type Command = (words: readonly string[], environment: CommandEnvironment) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['inspect', inspect],
  ['run', run],
]);

const HELP = `Usage:
  ${CHECK_USAGE}
      Shows what will not work or means nothing, without running anything.
      Exit status 1 when there is an error. JSON and SARIF hold ranges and fixes.
  ${INSPECT_USAGE}
      Shows models, layers, shapes and parameters, without running anything.
  ${RUN_USAGE}
      Runs the script and trains its models; no Python is needed.
      It may use files in its own folder, in the working directory (or DIR) and
      in the data set cache.
  kerascope --version | --help
`;

/** Status of a call that could not be understood, as shells and Python have it. */
const USAGE_STATUS = 2;

/** Status of a fault of ours, apart from the statuses of scripts and findings. */
const FAULT_STATUS = 70;

/** Runs the command that the words ask for and returns the exit status. */
export async function commandLine(
  words: readonly string[],
  environment: CommandEnvironment,
): Promise<number> {
  const [name, ...rest] = words;
  if (name === '--help' || name === '-h' || rest[0] === '--help') {
    environment.stdout.write(HELP);
    return 0;
  }
  if (name === '--version') {
    environment.stdout.write(`${await version()}\n`);
    return 0;
  }
  const command = COMMANDS.get(name ?? '');
  if (command === undefined) {
    environment.stderr.write(name === undefined ? HELP : `kerascope: unknown command ${name}\n\n${HELP}`);
    return USAGE_STATUS;
  }
  try {
    return await command(rest, environment);
  } catch (error) {
    if (error instanceof UsageError) {
      environment.stderr.write(`kerascope: ${error.message}\n`);
      return USAGE_STATUS;
    }
    environment.stderr.write(`kerascope: this should not have happened: ${faultText(error)}\n`);
    return FAULT_STATUS;
  }
}

function faultText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
