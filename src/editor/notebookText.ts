/** A notebook cell's text as Python: IPython's own commands become comments or spaces of the same length. */

/** Cell magics whose body is Python all the same. */
const PYTHON_BODY = /^%%(?:time|timeit|capture|prun)\b/;
/** `%matplotlib inline`, `!pip install keras`, `?model`. */
const LINE_COMMAND = /^([ \t]*)[%!?](?=[^\n]*)/gm;
/** `%time model.fit(x, y)`: what is timed is Python. */
const TIMED = /^([ \t]*)(%(?:time|timeit|prun)[ \t]+)(?=[^\s-])/gm;
/** `files = !ls`, `path = %pwd`: `_`, an output of IPython, stands for what nobody knows. */
const ASSIGNED = /^([ \t]*[\w., \t]+=[ \t]*)[!%](?!=)[^\n]/gm;
/** `pip install keras` without its exclamation mark. */
const INSTALLATION = /^(?:pip|conda)(?= (?:install|uninstall|list|show|freeze)\b)/gm;
/** `model.fit?` */
const HELP = /^([ \t]*)([\w.]+)\?{1,2}[ \t]*$/gm;

/** The text with every place where it was, so that what is found in it can be shown in the cell. */
export function pythonOfCell(text: string): string {
  if (text.startsWith('%%') && !PYTHON_BODY.test(text)) {
    return text.replace(/[^\n]/g, ' ');
  }
  return text
    .replace(TIMED, (_all, indentation: string, magic: string) =>
      `${indentation}0;`.padEnd(indentation.length + magic.length),
    )
    .replace(ASSIGNED, '$1_#')
    .replace(INSTALLATION, word => `#${word.slice(1)}`)
    .replace(LINE_COMMAND, (_all, indentation: string) => `${indentation}#`)
    .replace(HELP, (all, indentation: string) => `${indentation}#${all.slice(indentation.length + 1)}`);
}
