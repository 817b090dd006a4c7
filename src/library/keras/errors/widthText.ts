/** How another number of units is written where one stands: `classes + 1` becomes `classes` where that is the number. */

export function widthText(written: string, units: unknown, wanted: number): string {
  const sum = /^([A-Za-z_][\w.]*) *([+-]) *(\d+)$/.exec(written);
  if (sum === null || typeof units !== 'number') return String(wanted);
  const [, name, sign, number] = sum;
  const named = sign === '+' ? units - Number(number) : units + Number(number);
  return named === wanted ? name! : String(wanted);
}
