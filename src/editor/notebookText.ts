/** A notebook cell's text as Python: IPython's own commands become comments or spaces of the same length. */

/** Cell magics whose body is Python all the same. */
const PYTHON_BODY = /^%%(?:time|timeit|capture|prun)\b/;
/** `%matplotlib inline`, `!pip install keras`, `?model`. */
const LINE_COMMAND = /^([ \t]*)[%!?](?=[^\n]*)/gm;
/** `model.fit?` */
const HELP = /^([ \t]*)([\w.]+)\?{1,2}[ \t]*$/gm;

/** The text with every place where it was, so that what is found in it can be shown in the cell. */
export function pythonOfCell(text: string): string {
  if (text.startsWith('%%') && !PYTHON_BODY.test(text)) {
    return text.replace(/[^\n]/g, ' ');
  }
  return text
    .replace(LINE_COMMAND, (_all, indentation: string) => `${indentation}#`)
    .replace(HELP, (all, indentation: string) => `${indentation}#${all.slice(indentation.length + 1)}`);
}
