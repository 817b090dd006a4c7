/** Translates Python's regular expressions into JavaScript's. */

/** Python's flag values. */
export const FLAGS: Readonly<Record<string, number>> = {
  I: 2,
  IGNORECASE: 2,
  L: 4,
  LOCALE: 4,
  M: 8,
  MULTILINE: 8,
  S: 16,
  DOTALL: 16,
  U: 32,
  UNICODE: 32,
  X: 64,
  VERBOSE: 64,
  A: 256,
  ASCII: 256,
};

const LETTERS: Readonly<Record<string, number>> = { i: 2, L: 4, m: 8, s: 16, u: 32, x: 64, a: 256 };

export interface TranslatedPattern {
  readonly source: string;
  readonly scriptFlags: string;
  readonly flags: number;
  /** Named groups and their numbers. */
  readonly names: ReadonlyMap<string, number>;
  readonly groupCount: number;
}

const WORD = '\\p{L}\\p{N}_';
const SPACE = '\\s\\x1c-\\x1f\\x85';

class Translator {
  private readonly text: string;
  private readonly fail: (text: string) => Error;
  private at = 0;
  private groups = 0;
  private open = 0;
  readonly names = new Map<string, number>();
  flags: number;

  constructor(text: string, flags: number, fail: (text: string) => Error) {
    this.text = text;
    this.fail = fail;
    this.flags = flags;
  }

  get groupCount(): number {
    return this.groups;
  }

  translate(): string {
    let result = '';
    while (this.at < this.text.length) result += this.item();
    if (this.open > 0)
      throw this.fail(`missing ), unterminated subpattern at position ${this.text.lastIndexOf('(')}`);
    return result;
  }

  private has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  private item(): string {
    const character = this.take();
    if (this.has(64)) {
      if (/\s/.test(character)) return '';
      if (character === '#') {
        const end = this.text.indexOf('\n', this.at);
        this.at = end < 0 ? this.text.length : end + 1;
        return '';
      }
    }
    switch (character) {
      case '\\':
        return this.escape(false);
      case '[':
        return this.characterClass();
      case '(':
        return this.group();
      case ')':
        if (this.open === 0) throw this.fail(`unbalanced parenthesis at position ${this.at - 1}`);
        this.open--;
        return ')';
      case '$':
        return this.has(8) ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))';
      case '^':
        return this.has(8) ? '(?<=\\n|(?<![\\s\\S]))' : '(?<![\\s\\S])';
      case '.':
        return this.has(16) ? '[\\s\\S]' : '[^\\n]';
      case '{':
        return /^\d*(,\d*)?\}/.test(this.text.slice(this.at)) &&
          !this.text.startsWith('}', this.at) &&
          !this.text.startsWith(',}', this.at)
          ? this.repetition()
          : '\\{';
      case '*':
      case '+':
      case '?':
        return this.quantifier(character);
      case '}':
      case ']':
      case '/':
        return `\\${character}`;
      default:
        return character;
    }
  }

  private take(): string {
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += character.length;
    return character;
  }

  private quantifier(character: string): string {
    if (this.at === 1) throw this.fail('nothing to repeat at position 0');
    if (this.text[this.at] === '+')
      throw this.fail(`possessive quantifiers are not supported by Kerascope (position ${this.at})`);
    return character;
  }

  private repetition(): string {
    const end = this.text.indexOf('}', this.at);
    const body = this.text.slice(this.at, end);
    this.at = end + 1;
    return `{${body.startsWith(',') ? `0${body}` : body}}`;
  }

  private escape(inClass: boolean): string {
    const start = this.at - 1;
    if (this.at >= this.text.length) throw this.fail(`bad escape (end of pattern) at position ${start}`);
    const letter = this.take();
    const ascii = this.has(256);
    const word = ascii ? 'A-Za-z0-9_' : WORD;
    switch (letter) {
      case 'd':
        return ascii ? '\\d' : '\\p{Nd}';
      case 'D':
        return ascii ? '\\D' : '\\P{Nd}';
      case 'w':
        return inClass ? word : `[${word}]`;
      case 'W':
        return inClass ? (ascii ? '\\W' : '\\P{L}') : `[^${word}]`;
      case 's':
        return inClass ? SPACE : `[${SPACE}]`;
      case 'S':
        return inClass ? '\\S' : `[^${SPACE}]`;
      case 'b':
        return inClass ? '\\x08' : `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`;
      case 'B':
        return `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}]))`;
      case 'A':
        return '(?<![\\s\\S])';
      case 'Z':
        return '(?![\\s\\S])';
      case 'n':
      case 't':
      case 'r':
      case 'f':
      case 'v':
        return `\\${letter}`;
      case 'a':
        return '\\x07';
      case 'x':
      case 'u':
      case 'U':
        return this.codeEscape(letter, start);
      default:
        return this.otherEscape(letter, start, inClass);
    }
  }

  private codeEscape(letter: string, start: number): string {
    const size = { x: 2, u: 4, U: 8 }[letter]!;
    const digits = this.text.slice(this.at, this.at + size);
    if (!new RegExp(`^[0-9a-fA-F]{${size}}$`).test(digits))
      throw this.fail(`incomplete escape \\${letter}${digits} at position ${start}`);
    this.at += size;
    return `\\u{${digits.replace(/^0+(?=.)/, '')}}`;
  }

  private otherEscape(letter: string, start: number, inClass: boolean): string {
    if (/[0-9]/.test(letter)) {
      const rest = /^[0-9]?/.exec(this.text.slice(this.at))![0];
      if (letter === '0' || inClass) {
        const octal = /^[0-7]{0,2}/.exec(this.text.slice(this.at))![0];
        this.at += octal.length;
        return `\\x${Number.parseInt(letter + octal, 8)
          .toString(16)
          .padStart(2, '0')}`;
      }
      const number = rest !== '' && Number(letter + rest) <= this.groups ? letter + rest : letter;
      if (Number(number) > this.groups)
        throw this.fail(`invalid group reference ${number} at position ${start + 1}`);
      this.at += number.length - 1;
      return `(?:\\${number})`;
    }
    if (/[a-zA-Z]/.test(letter)) throw this.fail(`bad escape \\${letter} at position ${start}`);
    return /[\^$\\.*+?()[\]{}|/-]/.test(letter) ? (letter === '-' && !inClass ? '-' : `\\${letter}`) : letter;
  }

  /** Refuses a range that runs backwards; else tells where one ends that begins here. */
  private checkRange(from: number): number {
    const range = /^([^\\\]])-([^\\\]])/su.exec(this.text.slice(from));
    if (range === null) return from;
    if (range[1].codePointAt(0)! <= range[2].codePointAt(0)!) return from + range[0].length;
    throw this.fail(`bad character range ${range[0]} at position ${from}`);
  }

  private characterClass(): string {
    const start = this.at - 1;
    let result = '[';
    let checked = this.at;
    if (this.text[this.at] === '^') {
      this.at++;
      result += '^';
    }
    for (let first = true; ; first = false) {
      if (this.at >= this.text.length) throw this.fail(`unterminated character set at position ${start}`);
      if (this.at >= checked) checked = this.checkRange(this.at);
      const character = this.take();
      if (character === ']' && !first) return `${result}]`;
      if (character === '\\') result += this.escape(true);
      else if ('[]/(){}|&~'.includes(character)) result += `\\${character}`.replace(/\\([&~])/, '$1');
      else if (character === '-' && (first || this.text[this.at] === ']')) result += '\\-';
      else result += character;
    }
  }

  private group(): string {
    const start = this.at - 1;
    this.open++;
    if (this.text[this.at] !== '?') {
      this.groups++;
      return '(';
    }
    const rest = this.text.slice(this.at + 1);
    const named = /^P<([A-Za-z_]\w*)>/.exec(rest);
    if (named !== null) {
      this.at += named[0].length + 1;
      if (this.names.has(named[1]))
        throw this.fail(
          `redefinition of group name '${named[1]}' as group ${this.groups + 1}; was group ${this.names.get(named[1])} at position ${start + 4}`,
        );
      this.names.set(named[1], ++this.groups);
      return '(';
    }
    const reference = /^P=([A-Za-z_]\w*)\)/.exec(rest);
    if (reference !== null) {
      this.at += reference[0].length + 1;
      this.open--;
      const index = this.names.get(reference[1]);
      if (index === undefined)
        throw this.fail(`unknown group name '${reference[1]}' at position ${start + 4}`);
      return `(?:\\${index})`;
    }
    if (rest.startsWith('#')) {
      this.open--;
      this.at = this.text.indexOf(')', this.at) + 1;
      return '';
    }
    const look = /^(?:<[=!]|[:=!])/.exec(rest);
    if (look !== null) {
      this.at += look[0].length + 1;
      return `(?${look[0]}`;
    }
    return this.flagGroup(rest, start);
  }

  private flagGroup(rest: string, start: number): string {
    const flags = /^([aiLmsux]+)\)/.exec(rest);
    if (flags === null) {
      const scoped = /^([imsx]*)(?:-([imsx]+))?:/.exec(rest);
      if (scoped !== null)
        throw this.fail(`flags of a part of a pattern are not supported by Kerascope (position ${start})`);
      if (rest.startsWith('>'))
        throw this.fail(`atomic groups are not supported by Kerascope (position ${start})`);
      if (rest.startsWith('('))
        throw this.fail(`conditions on groups are not supported by Kerascope (position ${start})`);
      const wrong = /^P<([^>]*)>/.exec(rest);
      if (wrong !== null)
        throw this.fail(
          wrong[1] === ''
            ? `missing group name at position ${start + 4}`
            : `bad character in group name '${wrong[1]}' at position ${start + 4}`,
        );
      throw this.fail(`unknown extension ?${rest[0] ?? ''} at position ${start + 1}`);
    }
    if (start !== 0) throw this.fail(`global flags not at the start of the expression at position ${start}`);
    for (const letter of flags[1]) this.flags |= LETTERS[letter];
    this.at += flags[0].length + 1;
    this.open--;
    return '';
  }
}

/** Translates a pattern; `fail` makes the `re.error` for what is wrong or cannot be translated. */
export function translatePattern(
  text: string,
  flags: number,
  fail: (text: string) => Error,
): TranslatedPattern {
  const translator = new Translator(text, flags, fail);
  const source = translator.translate();
  return {
    source,
    scriptFlags: `du${(translator.flags & 2) !== 0 ? 'i' : ''}`,
    flags: translator.flags,
    names: translator.names,
    groupCount: translator.groupCount,
  };
}
