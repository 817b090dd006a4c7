/**
 * A notebook cell's text as Python: IPython's own commands become statements without effect, or spaces, of the same
 * length.
 */

/** Cell magics whose body is Python all the same. */
const PYTHON_BODY = /^%%(?:time|timeit|capture|prun)\b/;
/** Cell magics of IPython and of common extensions whose body is another language, text, or another process's. */
const OTHER_BODY =
  /^%%(?:!|HTML|R|SVG|ai|bash|bigquery|cmd|configure|cython|file|html|javascript|js|julia|latex|markdown|perl|pypy|python\d?|ruby|script|sh|shell|sql|svg|sx|system|writefile)\b/;
/** How a line that belongs to no block begins in Python. */
const PYTHON_LINE =
  /^(?:#|@|[)\]}'"]|(?:import|from|def|class|with|for|while|if|elif|else|try|except|finally|async|await|assert|del|raise|return|global|pass)\b|[A-Za-z_][\w.]*\s*(?:[=([:,.]|[-+*/@|&%]=|$))/;
/** `%matplotlib inline`, `!pip install keras`, `?model`. */
const COMMAND = /^[ \t]*[%!?]/;
/** `%time model.fit(x, y)`: what is timed is Python. */
const TIMED = /^([ \t]*)(%(?:time|timeit|prun)[ \t]+)(?=[^\s-])/;
/** `files = !ls`, `path = %pwd`: `_`, an output of IPython, stands for what nobody knows. */
const ASSIGNED = /^([ \t]*[\w., \t]+=[ \t]*)[!%](?!=)./;
/** `pip install keras` without its exclamation mark. */
const INSTALLATION = /^(?:pip|conda) (?:install|uninstall|list|show|freeze)\b/;
/** `ls ./data`, `cd ..`, `pwd`: IPython takes a line that begins with one of its commands for the command. */
const BARE_COMMAND =
  /^(?:cat|cd|cp|ldir|less|ll|load_ext|ls|man|matplotlib|mkdir|more|mv|pwd|reload_ext|rm|rmdir|whos?)(?:[ \t]+(?![=(,&^|*]|\/(?!\w)|(?:is|not|in|and|or) )\S.*)?[ \t]*\r?$/;
/** `model.fit?` */
const HELP = /^[ \t]*[\w.]+\?{1,2}[ \t]*$/;
/** A string, whole or not, or anything that opens, closes or joins lines; comments are passed over. */
const TOKEN = /#.*|"""|'''|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[([{]|[)\]}]|\\$/g;

/** Where a line begins: inside a string of three quotes, inside brackets, behind a line that goes on. */
interface Reading {
  readonly quotes: string | null;
  readonly depth: number;
  readonly goesOn: boolean;
}

const OUTSIDE: Reading = { quotes: null, depth: 0, goesOn: false };

/** The text with every place where it was, so that what is found in it can be shown in the cell. */
export function pythonOfCell(text: string): string {
  const magic = text.trimStart();
  if (magic.startsWith('%%') && !PYTHON_BODY.test(magic) && !isPython(magic)) {
    return blank(text);
  }
  let reading = OUTSIDE;
  let commandGoesOn = false;
  const lines = undented(text).map(line => {
    if (commandGoesOn) {
      commandGoesOn = goesOn(line);
      return blank(line);
    }
    if (reading.quotes !== null || reading.depth > 0 || reading.goesOn) {
      reading = after(line, reading);
      return line;
    }
    const python = pythonOfLine(line);
    commandGoesOn = python !== line && goesOn(python);
    reading = commandGoesOn ? OUTSIDE : after(python, OUTSIDE);
    return python;
  });
  return lines.join('\n');
}

/**
 * The lines of a cell. IPython takes the indentation of the first from all of them; here a form feed ends it, which sets
 * Python's count of columns back and moves nothing.
 */
function undented(text: string): string[] {
  const lines = text.split('\n');
  const indentation = /^[ \t]+(?=\S)/.exec(lines.find(line => line.trim() !== '') ?? '')?.[0];
  if (indentation === undefined) return lines;
  const ended = `${indentation.slice(0, -1)}\f`;
  return lines.map(line => (line.startsWith(indentation) ? ended + line.slice(indentation.length) : line));
}

/** Whether the body of a cell magic that is not known here, as a notebook may register its own, reads as Python. */
function isPython(magic: string): boolean {
  if (OTHER_BODY.test(magic)) return false;
  const body = magic.split('\n').slice(1);
  const begins = body.filter(line => /^\S/.test(line));
  return begins.length > 0 && begins.every(line => PYTHON_LINE.test(line));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function goesOn(command: string): boolean {
  return /\\\r?$/.test(command);
}

/** A line that begins a statement. */
function pythonOfLine(line: string): string {
  const timed = line.replace(TIMED, (_all, indentation: string, magic: string) =>
    `${indentation}0;`.padEnd(indentation.length + magic.length),
  );
  if (timed !== line) {
    return timed;
  }
  return COMMAND.test(line) || INSTALLATION.test(line) || BARE_COMMAND.test(line) || HELP.test(line)
    ? withoutEffect(line)
    : line.replace(ASSIGNED, '$1_#');
}

/** `0` is a statement as the command is one, so that an `if` above it keeps its body; the rest is a comment. */
function withoutEffect(command: string): string {
  const indentation = command.search(/\S/);
  return `${command.slice(0, indentation)}0${command.slice(indentation + 1).replace(/^[^\r]/, '#')}`;
}

function after(line: string, { quotes, depth }: Reading): Reading {
  let open = quotes;
  let level = depth;
  let joins = false;
  TOKEN.lastIndex = 0;
  for (;;) {
    if (open !== null) {
      const end = endOfString(line, open, TOKEN.lastIndex);
      if (end < 0) {
        return { quotes: open, depth: level, goesOn: false };
      }
      TOKEN.lastIndex = end;
      open = null;
    }
    const token = TOKEN.exec(line.replace(/\r$/, ''))?.[0];
    if (token === undefined) {
      return { quotes: null, depth: level, goesOn: joins };
    }
    if (token === '"""' || token === "'''") {
      open = token;
    } else if (/^[([{]$/.test(token)) {
      level++;
    } else if (/^[)\]}]$/.test(token)) {
      level = Math.max(0, level - 1);
    } else if (token === '\\') {
      joins = true;
    }
  }
}

/** The offset behind the closing quotes; negative where they are not on this line. */
function endOfString(line: string, quotes: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') {
      at++;
    } else if (line.startsWith(quotes, at)) {
      return at + quotes.length;
    }
  }
  return -1;
}
