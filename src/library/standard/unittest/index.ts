/** The module unittest, in Python. */
import { pythonModule } from '../../../python/modules.ts';
import { ASSERTIONS } from './assertions.ts';
import { CASES } from './cases.ts';
import { RUNNING } from './running.ts';
import { SUITES } from './suites.ts';

export const module = pythonModule('unittest', [ASSERTIONS, CASES, SUITES, RUNNING].join('\n\n'), {
  aliases: ['unittest.case', 'unittest.suite', 'unittest.loader', 'unittest.runner', 'unittest.result'],
});
