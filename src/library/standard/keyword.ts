/** The keyword module. */
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { PyList, type Value } from '../../python/values.ts';

/** Python's keywords. */
export const keywordNames: readonly string[] =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  );

const SOFT = ['_', 'case', 'match'];

export const module: LibraryModule = {
  name: 'keyword',
  entries: () => [
    ['kwlist', new PyList([...keywordNames])],
    ['softkwlist', new PyList([...SOFT])],
    ...named(
      native(
        'iskeyword(s)',
        ([text]: readonly Value[]) => typeof text === 'string' && keywordNames.includes(text),
      ),
      native(
        'issoftkeyword(s)',
        ([text]: readonly Value[]) => typeof text === 'string' && SOFT.includes(text),
      ),
    ),
  ],
};
