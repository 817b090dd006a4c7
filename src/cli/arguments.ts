/** Reads the options of a command: `--name value`, `--name=value` and `--flag`. */
import { UsageError } from './environment.ts';

export interface OptionRules {
  /** Options that take a value. */
  readonly values: readonly string[];
  readonly flags: readonly string[];
  /** Whether everything behind the first name of a file belongs to the script. */
  readonly endAtFirstFile: boolean;
}

export interface ParsedArguments {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  /** What is no option: files, or a file and the script's own arguments. */
  readonly rest: readonly string[];
}

/** @throws UsageError for an option that the command does not have, or one without its value */
export function parseArguments(words: readonly string[], rules: OptionRules): ParsedArguments {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const rest: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word === '--') {
      rest.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      if (rules.endAtFirstFile) {
        rest.push(...words.slice(index));
        break;
      }
      rest.push(word);
      continue;
    }
    const [name, attached] = split(word);
    if (rules.flags.includes(name)) {
      if (attached !== null) throw new UsageError(`${name} takes no value`);
      flags.add(name);
    } else if (rules.values.includes(name)) {
      const value = attached ?? words[++index];
      if (value === undefined) throw new UsageError(`${name} needs a value`);
      values.set(name, value);
    } else {
      throw new UsageError(`unknown option ${name}`);
    }
  }
  return { values, flags, rest };
}

function split(word: string): [string, string | null] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word, null] : [word.slice(0, equals), word.slice(equals + 1)];
}
