/** The module asyncio: a deterministic event loop of one thread. */
import { named } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import type { Value } from '../../../python/values.ts';
import { refusedFunctions } from '../refused.ts';
import { CancelledError, InvalidStateError } from './errors.ts';
import { futureClass, handleClass, timerClass } from './futures.ts';
import { GROUPS } from './groupsSource.ts';
import { LOCKS } from './locksSource.ts';
import { loopClass, loopFunctions } from './loopClass.ts';
import { QUEUES } from './queuesSource.ts';
import { taskClass } from './tasks.ts';
import { WAITING } from './waitingSource.ts';

const classes = { CancelledError, InvalidStateError, Future: futureClass, Task: taskClass };

export const module: LibraryModule = {
  name: 'asyncio',
  aliases: [
    'asyncio.tasks',
    'asyncio.events',
    'asyncio.futures',
    'asyncio.queues',
    'asyncio.locks',
    'asyncio.exceptions',
    'asyncio.runners',
    'asyncio.timeouts',
    'asyncio.taskgroups',
  ],
  entries: () => [
    ...named(...loopFunctions),
    ...Object.entries(classes as Record<string, Value>),
    ['Handle', handleClass],
    ['TimerHandle', timerClass],
    ['AbstractEventLoop', loopClass],
    ['SelectorEventLoop', loopClass],
    ...refusedFunctions('asyncio', 'a run does not reach the network', 'open_connection start_server'),
    ...refusedFunctions(
      'asyncio',
      'a run starts no programs',
      'create_subprocess_exec create_subprocess_shell',
    ),
  ],
  source: [WAITING, LOCKS, QUEUES, GROUPS].join('\n\n'),
  unmodelled: 'all',
};
