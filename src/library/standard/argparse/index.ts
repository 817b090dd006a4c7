/** The module argparse. While a script is only read nobody has written a command line: defaults stand for it. */
import { named, native } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { Unknown } from '../../../python/values.ts';
import { ACTIONS } from './actions.ts';
import { HELP } from './help.ts';
import { PARSER } from './parser.ts';
import { PARSING } from './parsing.ts';

export const module: LibraryModule = {
  name: 'argparse',
  entries: () =>
    named(
      native('_analysing()', (_args, py) => !py.running),
      native(
        '_from_command_line(name)',
        ([name]) => new Unknown(`the argument ${String(name)} is given on the command line`),
      ),
      native('_program()', (_args, py) => {
        const [script] = py.host.argv;
        return script.slice(script.lastIndexOf('/') + 1);
      }),
    ),
  source: [ACTIONS, HELP, PARSER, PARSING].join('\n\n'),
};
