/** Log files that are put aside: names and contents as CPython 3.11 and 3.13 leave them. */
import { expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { allLibraries } from '../../../src/library/index.ts';
import { memoryFiles } from '../../corpus/memoryFiles.ts';
import { runPython, testParser } from '../../python/run.ts';

const PROGRAM = `import glob
import logging
import logging.handlers
import os
import time
log = logging.getLogger('train')
log.setLevel(logging.INFO)
handler = logging.handlers.RotatingFileHandler('train.log', maxBytes=60, backupCount=2)
handler.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
log.addHandler(handler)
for epoch in range(12):
    log.info('epoch %d loss %.3f', epoch, 1 / (epoch + 1))
handler.close()
for name in sorted(os.listdir('.')):
    if name.startswith('train.log'):
        print(name, open(name).read().splitlines())
log.removeHandler(handler)
single = logging.handlers.RotatingFileHandler('one.log', maxBytes=20)
log.addHandler(single)
for i in range(4):
    log.warning('message %d', i)
single.close()
print(sorted(name for name in os.listdir('.') if name.startswith('one')), len(open('one.log').read()))
log.removeHandler(single)
timed = logging.handlers.TimedRotatingFileHandler('timed.log', when='s', interval=1, backupCount=1)
log.addHandler(timed)
log.info('first')
timed.rolloverAt = int(time.time()) - 1
log.info('second')
timed.rolloverAt = int(time.time()) - 5
log.info('third')
timed.close()
names = sorted(name for name in os.listdir('.') if name.startswith('timed'))
print(len(names), [open(name).read().strip() for name in names], timed.rolloverAt - int(time.time()) in (0, 1))
midnight = logging.handlers.TimedRotatingFileHandler('m.log', when='midnight', utc=True, delay=True)
print(midnight.computeRollover(1700000000), midnight.suffix, midnight.interval)
week = logging.handlers.TimedRotatingFileHandler('w.log', when='W2', utc=True, delay=True)
print(week.computeRollover(1700000000), week.dayOfWeek)
try:
    logging.handlers.TimedRotatingFileHandler('x.log', when='Q')
except ValueError as error:
    print(error)
`;

const RECORDED = `train.log ['INFO epoch 10 loss 0.091', 'INFO epoch 11 loss 0.083']
train.log.1 ['INFO epoch 8 loss 0.111', 'INFO epoch 9 loss 0.100']
train.log.2 ['INFO epoch 6 loss 0.143', 'INFO epoch 7 loss 0.125']
['one.log'] 40
2 ['third', 'first'] True
1700006400 %Y-%m-%d 86400
1700092800 2
Invalid rollover interval specified: Q
`;

it('rotates by size and by time', async () => {
  const { stdout, stderr } = await runPython(PROGRAM, { libraries: allLibraries(), files: memoryFiles() });
  expect(stderr).toBe('');
  expect(stdout).toBe(RECORDED);
});

it('puts nothing aside while typing', async () => {
  const followed = followProgram(await testParser(), PROGRAM, 'script.py', { kerasVersion: 'auto' });
  expect(followed.program.findings).toEqual([]);
  expect(followed.policy.faults).toEqual([]);
});
