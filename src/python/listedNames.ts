/** Names that modules and objects of a library have, listed for what is misspelt: lists may lack some. */
import { editDistance } from './editDistance.ts';

/** Shorter names are close to too many others. */
const SHORTEST = 3;
/** From this length on two slips count as a misspelling, before it one. */
const LONG = 6;

/** A name as slips of the shift key leave it. */
const withoutCase = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** The parts of a name, in whatever order. */
const partsOf = (name: string): string => name.toLowerCase().split('_').sort().join('_');

/**
 * The names that any version of a library has, and behind a bar those that are not for scripts or that only earlier ones
 * had. What is close to one of the first and is none of all is misspelt; nothing is said of any other name. Read when it
 * is first asked for.
 */
export class ListedNames implements Iterable<string> {
  private readonly text: string;
  private names: readonly string[] | null = null;
  private known: ReadonlySet<string> = new Set();
  private readonly judged = new Map<string, boolean>();

  constructor(text: string) {
    this.text = text;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.read()[Symbol.iterator]();
  }

  isMisspelt(name: string): boolean {
    let verdict = this.judged.get(name);
    if (verdict === undefined) {
      verdict = this.judge(name);
      this.judged.set(name, verdict);
    }
    return verdict;
  }

  private judge(name: string): boolean {
    if (name.startsWith('_') || name.length < SHORTEST) return false;
    const names = this.read();
    if (this.known.has(name)) return false;
    const slips = name.length < LONG ? 1 : 2;
    const [plain, parts] = [withoutCase(name), partsOf(name)];
    return names.some(
      each =>
        each.length >= SHORTEST &&
        ((Math.abs(each.length - name.length) <= slips && editDistance(name, each) <= slips) ||
          withoutCase(each) === plain ||
          partsOf(each) === parts),
    );
  }

  private read(): readonly string[] {
    if (this.names === null) {
      const [names, others = []] = this.text.split(' | ').map(part => part.split(' '));
      this.names = names;
      this.known = new Set([...names, ...others]);
    }
    return this.names;
  }
}
