/** The modules importlib, builtins, errno and getpass: what a program asks of its surroundings. */
import { named, native } from '../../python/functions.ts';
import { type LibraryModule, pythonModule } from '../../python/modules.ts';

const errno = pythonModule(
  'errno',
  'EPERM = 1\nENOENT = 2\nEINTR = 4\nEIO = 5\nEBADF = 9\nEAGAIN = 11\nENOMEM = 12\nEACCES = 13\nEEXIST = 17\n' +
    'ENOTDIR = 20\nEISDIR = 21\nEINVAL = 22\nEMFILE = 24\nENOSPC = 28\nEPIPE = 32\nENOTEMPTY = 39\nETIMEDOUT = 110\n',
);

const getpass = pythonModule(
  'getpass',
  "def getuser():\n    import os\n    return os.environ.get('USER') or 'user'\n",
);

const importlib: LibraryModule = {
  name: 'importlib',
  entries: () =>
    named(
      native('import_module(name, package=None)', ([name], py) => py.importModule(String(name))),
      native('reload(module, /)', ([module]) => module),
      native('invalidate_caches()', () => null),
    ),
  unmodelled: 'all',
};

const builtins: LibraryModule = {
  name: 'builtins',
  entries: py => [...py.builtins],
};

export const modules: readonly LibraryModule[] = [errno, getpass, importlib, builtins];
