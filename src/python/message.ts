/** Texts for people: an English template with arguments, translated only where it is shown. */

/** A localisable sentence. `template` is English with `{0}`, `{1}`, …; it is also the key of its translation. */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

/** Builds a {@link Message}; every template used anywhere must have a zh-cn translation (a test checks). */
export function message(template: string, ...args: (string | number)[]): Message {
  return { template, args };
}

/** Fills a template in the given translation (English when there is none). */
export function formatMessage(text: Message, translate: (template: string) => string = t => t): string {
  return translate(text.template).replace(/\{(\d+)\}/g, (whole, index: string) => {
    const value = text.args[Number(index)];
    return value === undefined ? whole : String(value);
  });
}
