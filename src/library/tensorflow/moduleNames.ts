/** The names that a module of TensorFlow may hold; any other is an error, as it is in TensorFlow. */
import { earlierNames } from './earlierNames.ts';
import { publicNames } from './publicNames.ts';

const namesIn = (listed: string | undefined): string[] => listed?.split(' ') ?? [];

/**
 * What TensorFlow 2 exports. It answers for more than it lists: nobody has listed private names, and what only earlier
 * versions had is no mistake in a script that is for them.
 */
class NamesOfModule extends Set<string> {
  private readonly earlier: ReadonlySet<string>;

  constructor(path: string, names: Iterable<string>) {
    super(names);
    this.earlier = new Set(namesIn(earlierNames[path]));
  }

  override has(name: string): boolean {
    return name.startsWith('_') || super.has(name) || this.earlier.has(name);
  }
}

/** The names of a module, by its path; `all` where nobody has listed them. */
export function namesOfModule(path: string): ReadonlySet<string> | 'all' {
  return Object.hasOwn(publicNames, path) ? withEarlierNames(path, namesIn(publicNames[path])) : 'all';
}

/** Names that a module of TensorFlow holds today; asked about others, they know what earlier versions had there too. */
export function withEarlierNames(path: string, names: Iterable<string>): ReadonlySet<string> {
  return new NamesOfModule(path, names);
}

/** Every module whose names are listed. */
export const listedModules: readonly string[] = Object.keys(publicNames);
