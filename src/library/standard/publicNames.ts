/** The public names of Python's standard modules, recorded by test/oracles/standard/record_names.py. */

const NAMES: Readonly<Record<string, string>> = {
  abc: `
    ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token
    update_abstractmethods
  `,
  argparse: `
    Action ArgumentDefaultsHelpFormatter ArgumentError ArgumentParser ArgumentTypeError
    BooleanOptionalAction FileType HelpFormatter MetavarTypeHelpFormatter Namespace ONE_OR_MORE OPTIONAL
    PARSER REMAINDER RawDescriptionHelpFormatter RawTextHelpFormatter SUPPRESS ZERO_OR_MORE ngettext
    warnings
  `,
  array: `
    ArrayType array typecodes
  `,
  ast: `
    AST Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute AugAssign AugLoad
    AugStore Await BinOp BitAnd BitOr BitXor BoolOp Break Bytes Call ClassDef Compare Constant Continue
    Del Delete Dict DictComp Div Ellipsis Eq ExceptHandler Expr Expression ExtSlice FloorDiv For
    FormattedValue FunctionDef FunctionType GeneratorExp Global Gt GtE If IfExp Import ImportFrom In
    Index IntEnum Interactive Invert Is IsNot JoinedStr LShift Lambda List ListComp Load Lt LtE MatMult
    Match MatchAs MatchClass MatchMapping MatchOr MatchSequence MatchSingleton MatchStar MatchValue Mod
    Module Mult Name NameConstant NamedExpr NodeTransformer NodeVisitor Nonlocal Not NotEq NotIn Num Or
    Param Pass Pow PyCF_ALLOW_TOP_LEVEL_AWAIT PyCF_ONLY_AST PyCF_TYPE_COMMENTS RShift Raise Return Set
    SetComp Slice Starred Store Str Sub Subscript Suite Try TryStar Tuple TypeIgnore UAdd USub UnaryOp
    While With Yield YieldFrom alias arg arguments auto boolop cmpop comprehension contextmanager
    copy_location dump excepthandler expr expr_context fix_missing_locations get_docstring
    get_source_segment increment_lineno iter_child_nodes iter_fields keyword literal_eval main
    match_case mod nullcontext operator parse pattern slice stmt sys type_ignore unaryop unparse walk
    withitem
  `,
  asyncio: `
    ALL_COMPLETED AbstractChildWatcher AbstractEventLoop AbstractEventLoopPolicy AbstractServer Barrier
    BaseEventLoop BaseProtocol BaseTransport BoundedSemaphore BrokenBarrierError BufferedProtocol
    CancelledError Condition DatagramProtocol DatagramTransport DefaultEventLoopPolicy Event EventLoop
    FIRST_COMPLETED FIRST_EXCEPTION FastChildWatcher Future Handle IncompleteReadError InvalidStateError
    LifoQueue LimitOverrunError Lock MultiLoopChildWatcher PidfdChildWatcher PriorityQueue Protocol
    Queue QueueEmpty QueueFull QueueShutDown ReadTransport Runner SafeChildWatcher SelectorEventLoop
    Semaphore SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter
    SubprocessProtocol SubprocessTransport Task TaskGroup ThreadedChildWatcher Timeout TimeoutError
    TimerHandle Transport WriteTransport all_tasks as_completed base_events base_futures base_subprocess
    base_tasks capture_call_graph constants coroutines create_eager_task_factory create_subprocess_exec
    create_subprocess_shell create_task current_task eager_task_factory ensure_future events exceptions
    format_call_graph format_helpers future_add_to_awaited_by future_discard_from_awaited_by futures
    gather get_child_watcher get_event_loop get_event_loop_policy get_running_loop iscoroutine
    iscoroutinefunction isfuture locks log mixins new_event_loop open_connection open_unix_connection
    print_call_graph protocols queues run run_coroutine_threadsafe runners selector_events
    set_child_watcher set_event_loop set_event_loop_policy shield sleep sslproto staggered start_server
    start_unix_server streams subprocess sys taskgroups tasks threads timeout timeout_at timeouts
    to_thread transports trsock unix_events wait wait_for wrap_future
  `,
  atexit: `
    register unregister
  `,
  base64: `
    MAXBINSIZE MAXLINESIZE a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode
    b32hexencode b64decode b64encode b85decode b85encode binascii bytes_types decode decodebytes encode
    encodebytes main re standard_b64decode standard_b64encode struct test urlsafe_b64decode
    urlsafe_b64encode
  `,
  binascii: `
    Error Incomplete a2b_base64 a2b_hex a2b_qp a2b_uu b2a_base64 b2a_hex b2a_qp b2a_uu crc32 crc_hqx
    hexlify unhexlify
  `,
  bisect: `
    bisect bisect_left bisect_right insort insort_left insort_right
  `,
  calendar: `
    Calendar Day EPOCH FEBRUARY FRIDAY February HTMLCalendar IllegalMonthError IllegalWeekdayError
    JANUARY January LocaleHTMLCalendar LocaleTextCalendar MONDAY Month SATURDAY SUNDAY THURSDAY TUESDAY
    TextCalendar WEDNESDAY c calendar datetime day_abbr day_name different_locale error firstweekday
    format formatstring isleap leapdays main mdays month month_abbr month_name monthcalendar monthrange
    prcal prmonth prweek repeat setfirstweekday sys timegm week weekday weekheader
  `,
  cmath: `
    acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan log log10 nan
    nanj phase pi polar rect sin sinh sqrt tan tanh tau
  `,
  collections: `
    ChainMap Counter OrderedDict UserDict UserList UserString abc defaultdict deque namedtuple
  `,
  'collections.abc': `
    AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable Collection Container
    Coroutine Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping
    MutableSequence MutableSet Reversible Sequence Set Sized ValuesView
  `,
  'concurrent.futures': `
    ALL_COMPLETED BrokenExecutor CancelledError Executor FIRST_COMPLETED FIRST_EXCEPTION Future
    ProcessPoolExecutor ThreadPoolExecutor TimeoutError as_completed wait
  `,
  configparser: `
    BasicInterpolation ConfigParser ConverterMapping DEFAULTSECT DuplicateOptionError
    DuplicateSectionError Error ExtendedInterpolation Interpolation InterpolationDepthError
    InterpolationError InterpolationMissingOptionError InterpolationSyntaxError LegacyInterpolation
    MAX_INTERPOLATION_DEPTH MissingSectionHeaderError MutableMapping NoOptionError NoSectionError
    ParsingError RawConfigParser SafeConfigParser SectionProxy functools io itertools os re sys warnings
  `,
  contextlib: `
    AbstractAsyncContextManager AbstractContextManager AsyncContextDecorator AsyncExitStack
    ContextDecorator ExitStack GenericAlias MethodType abc aclosing asynccontextmanager chdir closing
    contextmanager deque nullcontext os redirect_stderr redirect_stdout suppress sys wraps
  `,
  contextvars: `
    Context ContextVar Token copy_context
  `,
  copy: `
    Error copy deepcopy dispatch_table error replace
  `,
  csv: `
    Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC Sniffer
    StringIO excel excel_tab field_size_limit get_dialect list_dialects re reader register_dialect
    unix_dialect unregister_dialect writer
  `,
  dataclasses: `
    Field FrozenInstanceError FunctionType GenericAlias InitVar KW_ONLY MISSING abc asdict astuple
    builtins copy dataclass field fields functools inspect is_dataclass itertools keyword make_dataclass
    re replace sys types
  `,
  datetime: `
    MAXYEAR MINYEAR UTC date datetime datetime_CAPI sys time timedelta timezone tzinfo
  `,
  decimal: `
    BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple DefaultContext
    DivisionByZero DivisionImpossible DivisionUndefined ExtendedContext FloatOperation HAVE_CONTEXTVAR
    HAVE_THREADS Inexact InvalidContext InvalidOperation MAX_EMAX MAX_PREC MIN_EMIN MIN_ETINY Overflow
    ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP
    ROUND_UP Rounded Subnormal Underflow getcontext localcontext setcontext
  `,
  difflib: `
    Differ GenericAlias HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK Match SequenceMatcher context_diff
    diff_bytes get_close_matches ndiff restore unified_diff
  `,
  enum: `
    CONFORM CONTINUOUS DynamicClassAttribute EJECT Enum EnumCheck EnumDict EnumMeta EnumType Flag
    FlagBoundary IntEnum IntFlag KEEP MappingProxyType NAMED_FLAGS ReprEnum STRICT StrEnum UNIQUE auto
    bin bltns global_enum global_enum_repr global_flag_repr global_str member nonmember property reduce
    show_flag_values sys unique verify
  `,
  errno: `
    E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EALREADY EBADE EBADF EBADFD EBADMSG
    EBADR EBADRQC EBADSLT EBFONT EBUSY ECANCELED ECHILD ECHRNG ECOMM ECONNABORTED ECONNREFUSED
    ECONNRESET EDEADLK EDEADLOCK EDESTADDRREQ EDOM EDOTDOT EDQUOT EEXIST EFAULT EFBIG EHOSTDOWN
    EHOSTUNREACH EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR EISNAM EKEYEXPIRED
    EKEYREJECTED EKEYREVOKED EL2HLT EL2NSYNC EL3HLT EL3RST ELIBACC ELIBBAD ELIBEXEC ELIBMAX ELIBSCN
    ELNRNG ELOOP EMEDIUMTYPE EMFILE EMLINK EMSGSIZE EMULTIHOP ENAMETOOLONG ENAVAIL ENETDOWN ENETRESET
    ENETUNREACH ENFILE ENOANO ENOBUFS ENOCSI ENODATA ENODEV ENOENT ENOEXEC ENOKEY ENOLCK ENOLINK
    ENOMEDIUM ENOMEM ENOMSG ENONET ENOPKG ENOPROTOOPT ENOSPC ENOSR ENOSTR ENOSYS ENOTBLK ENOTCONN
    ENOTDIR ENOTEMPTY ENOTNAM ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTTY ENOTUNIQ ENXIO EOPNOTSUPP
    EOVERFLOW EOWNERDEAD EPERM EPFNOSUPPORT EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE EREMCHG
    EREMOTE EREMOTEIO ERESTART ERFKILL EROFS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE ESRCH ESRMNT ESTALE
    ESTRPIPE ETIME ETIMEDOUT ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH EUSERS EWOULDBLOCK EXDEV EXFULL
    errorcode
  `,
  fnmatch: `
    filter fnmatch fnmatchcase functools os posixpath re translate
  `,
  fractions: `
    Decimal Fraction math numbers operator re sys
  `,
  functools: `
    GenericAlias Placeholder RLock WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key
    get_cache_token lru_cache namedtuple partial partialmethod recursive_repr reduce singledispatch
    singledispatchmethod total_ordering update_wrapper wraps
  `,
  gc: `
    DEBUG_COLLECTABLE DEBUG_LEAK DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE callbacks collect disable
    enable freeze garbage get_count get_debug get_freeze_count get_objects get_referents get_referrers
    get_stats get_threshold is_finalized is_tracked isenabled set_debug set_threshold unfreeze
  `,
  getpass: `
    GetPassWarning contextlib fallback_getpass getpass getuser io os sys termios unix_getpass warnings
    win_getpass
  `,
  glob: `
    contextlib escape fnmatch glob glob0 glob1 has_magic iglob itertools magic_check magic_check_bytes
    os re stat sys translate
  `,
  graphlib: `
    CycleError GenericAlias TopologicalSorter
  `,
  gzip: `
    BadGzipFile FCOMMENT FEXTRA FHCRC FNAME FTEXT GzipFile READ WRITE builtins compress decompress io
    main open os struct sys time write32u zlib
  `,
  hashlib: `
    algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new pbkdf2_hmac scrypt
    sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256
  `,
  heapq: `
    heapify heapify_max heappop heappop_max heappush heappush_max heappushpop heappushpop_max
    heapreplace heapreplace_max merge nlargest nsmallest
  `,
  html: `
    entities escape unescape
  `,
  'html.entities': `
    codepoint2name entitydefs html5 name2codepoint
  `,
  'html.parser': `
    HTMLParser attrfind_tolerant charref commentclose endendtag endtagfind entityref incomplete
    interesting_normal locatestarttagend_tolerant piclose re starttagopen tagfind_tolerant unescape
  `,
  inspect: `
    ArgInfo Arguments Attribute BlockFinder BoundArguments BufferFlags CORO_CLOSED CORO_CREATED
    CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE
    CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED CO_VARARGS CO_VARKEYWORDS ClassFoundException
    ClosureVars EndOfBlock FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED GEN_RUNNING GEN_SUSPENDED
    OrderedDict Parameter Signature TPFLAGS_IS_ABSTRACT Traceback abc ast attrgetter builtins
    classify_class_attrs cleandoc collections currentframe dis enum findsource formatannotation
    formatannotationrelativeto formatargvalues functools get_annotations getabsfile getargs getargvalues
    getasyncgenlocals getasyncgenstate getattr_static getblock getcallargs getclasstree getclosurevars
    getcomments getcoroutinelocals getcoroutinestate getdoc getfile getframeinfo getfullargspec
    getgeneratorlocals getgeneratorstate getinnerframes getlineno getmembers getmembers_static getmodule
    getmodulename getmro getouterframes getsource getsourcefile getsourcelines importlib indentsize
    isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscode iscoroutine
    iscoroutinefunction isdatadescriptor isframe isfunction isgenerator isgeneratorfunction
    isgetsetdescriptor iskeyword ismemberdescriptor ismethod ismethoddescriptor ismethodwrapper ismodule
    isroutine istraceback itertools linecache markcoroutinefunction modulesbyfile namedtuple os re
    signature stack sys token tokenize trace types unwrap walktree
  `,
  io: `
    BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter BytesIO
    DEFAULT_BUFFER_SIZE FileIO IOBase IncrementalNewlineDecoder RawIOBase SEEK_CUR SEEK_END SEEK_SET
    StringIO TextIOBase TextIOWrapper UnsupportedOperation abc open open_code text_encoding
  `,
  itertools: `
    accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile
    filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee zip_longest
  `,
  json: `
    JSONDecodeError JSONDecoder JSONEncoder codecs decoder detect_encoding dump dumps encoder load loads
    scanner
  `,
  'json.decoder': `
    BACKSLASH FLAGS JSONArray JSONDecodeError JSONDecoder JSONObject NaN NegInf PosInf STRINGCHUNK
    WHITESPACE WHITESPACE_STR c_scanstring py_scanstring re scanner scanstring
  `,
  'json.encoder': `
    ESCAPE ESCAPE_ASCII ESCAPE_DCT HAS_UTF8 INFINITY JSONEncoder c_encode_basestring
    c_encode_basestring_ascii c_make_encoder encode_basestring encode_basestring_ascii
    py_encode_basestring py_encode_basestring_ascii re
  `,
  keyword: `
    iskeyword issoftkeyword kwlist softkwlist
  `,
  locale: `
    ABDAY_1 ABDAY_2 ABDAY_3 ABDAY_4 ABDAY_5 ABDAY_6 ABDAY_7 ABMON_1 ABMON_10 ABMON_11 ABMON_12 ABMON_2
    ABMON_3 ABMON_4 ABMON_5 ABMON_6 ABMON_7 ABMON_8 ABMON_9 ALT_DIGITS AM_STR CHAR_MAX CODESET CRNCYSTR
    DAY_1 DAY_2 DAY_3 DAY_4 DAY_5 DAY_6 DAY_7 D_FMT D_T_FMT ERA ERA_D_FMT ERA_D_T_FMT ERA_T_FMT Error
    LC_ALL LC_COLLATE LC_CTYPE LC_MESSAGES LC_MONETARY LC_NUMERIC LC_TIME MON_1 MON_10 MON_11 MON_12
    MON_2 MON_3 MON_4 MON_5 MON_6 MON_7 MON_8 MON_9 NOEXPR PM_STR RADIXCHAR THOUSEP T_FMT T_FMT_AMPM
    YESEXPR atof atoi bind_textdomain_codeset bindtextdomain currency dcgettext delocalize dgettext
    encodings format format_string functools getdefaultlocale getencoding getlocale getpreferredencoding
    gettext locale_alias locale_encoding_alias localeconv localize nl_langinfo normalize re resetlocale
    setlocale str strcoll strxfrm sys textdomain windows_locale
  `,
  logging: `
    BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Filterer Formatter
    GenericAlias Handler INFO LogRecord Logger LoggerAdapter Manager NOTSET NullHandler PercentStyle
    PlaceHolder RootLogger StrFormatStyle StreamHandler StringTemplateStyle Template WARN WARNING
    addLevelName atexit basicConfig captureWarnings collections critical currentframe debug disable
    error exception fatal getHandlerByName getHandlerNames getLevelName getLevelNamesMapping
    getLogRecordFactory getLogger getLoggerClass info io lastResort log logMultiprocessing logProcesses
    logThreads makeLogRecord os raiseExceptions re root setLogRecordFactory setLoggerClass shutdown sys
    threading time traceback warn warning warnings weakref
  `,
  'logging.config': `
    BaseConfigurator ConvertingDict ConvertingList ConvertingMixin ConvertingTuple
    DEFAULT_LOGGING_CONFIG_PORT DictConfigurator IDENTIFIER RESET_ERROR StreamRequestHandler
    ThreadingTCPServer dictConfig dictConfigClass errno fileConfig io listen logging re stopListening
    struct threading traceback valid_ident
  `,
  'logging.handlers': `
    BaseRotatingHandler BufferingHandler DEFAULT_HTTP_LOGGING_PORT DEFAULT_SOAP_LOGGING_PORT
    DEFAULT_TCP_LOGGING_PORT DEFAULT_UDP_LOGGING_PORT DatagramHandler HTTPHandler MemoryHandler
    NTEventLogHandler QueueHandler QueueListener RotatingFileHandler SMTPHandler ST_DEV ST_INO ST_MTIME
    SYSLOG_TCP_PORT SYSLOG_UDP_PORT SocketHandler SysLogHandler TimedRotatingFileHandler
    WatchedFileHandler copy io logging os pickle queue re socket struct threading time
  `,
  math: `
    acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp
    exp2 expm1 fabs factorial floor fma fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan
    isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder
    sin sinh sqrt sumprod tan tanh tau trunc ulp
  `,
  numbers: `
    ABCMeta Complex Integral Number Rational Real abstractmethod
  `,
  operator: `
    abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand
    iconcat ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_none
    is_not is_not_none isub itemgetter itruediv ixor le length_hint lshift lt matmul methodcaller mod
    mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor
  `,
  os: `
    CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED DirEntry EFD_CLOEXEC
    EFD_NONBLOCK EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM
    EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE
    F_LOCK F_OK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM GenericAlias MFD_ALLOW_SEALING
    MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB
    MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB
    MFD_HUGE_MASK MFD_HUGE_SHIFT Mapping MutableMapping NGROUPS_MAX O_ACCMODE O_APPEND O_ASYNC O_BINARY
    O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY O_DSYNC O_EXCL O_FSYNC O_LARGEFILE O_NDELAY O_NOATIME
    O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_RDONLY O_RDWR O_RSYNC O_SYNC O_TEXT O_TMPFILE O_TRUNC
    O_WRONLY PIDFD_NONBLOCK POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM
    POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN
    PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT PathLike
    RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND
    RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER
    SCHED_RESET_ON_FORK SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET SPLICE_F_MORE
    SPLICE_F_MOVE SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC
    ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TMP_MAX WCONTINUED WCOREDUMP WEXITED
    WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG
    WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK abc abort access add_dll_directory
    altsep chdir chmod chown chroot close closerange confstr confstr_names copy_file_range cpu_count
    ctermid curdir defpath device_encoding devnull dup dup2 environ environb error eventfd eventfd_read
    eventfd_write execl execle execlp execlpe execv execve execvp execvpe extsep fchdir fchmod fchown
    fdatasync fdopen fork forkpty fpathconf fsdecode fsencode fspath fstat fstatvfs fsync ftruncate
    fwalk get_blocking get_exec_path get_inheritable get_terminal_size getcwd getcwdb getegid getenv
    getenvb geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid
    getpriority getrandom getresgid getresuid getsid getuid getxattr initgroups isatty kill killpg
    lchown linesep link listdir listdrives listmounts listvolumes listxattr lockf login_tty lseek lstat
    major makedev makedirs memfd_create minor mkdir mkfifo mknod name nice open openpty pardir path
    pathconf pathconf_names pathsep pidfd_open pipe pipe2 popen posix_fadvise posix_fallocate
    posix_spawn posix_spawnp pread preadv process_cpu_count putenv pwrite pwritev read readlink readv
    register_at_fork reload_environ remove removedirs removexattr rename renames replace rmdir scandir
    sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler
    sched_param sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield
    sendfile sep set_blocking set_inheritable setegid seteuid setgid setgroups setns setpgid setpgrp
    setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp
    spawnlpe spawnv spawnve spawnvp spawnvpe splice st startfile stat stat_result statvfs statvfs_result
    strerror supports_bytes_environ supports_dir_fd supports_effective_ids supports_fd
    supports_follow_symlinks symlink sync sys sysconf sysconf_names system tcgetpgrp tcsetpgrp
    terminal_size times times_result truncate ttyname umask uname uname_result unlink unsetenv unshare
    urandom utime wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode walk write writev
  `,
  'os.path': `
    ALLOW_MISSING abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists
    expanduser expandvars extsep genericpath getatime getctime getmtime getsize isabs isdevdrive isdir
    isfile isjunction islink ismount isreserved join lexists normcase normpath os pardir pathsep
    realpath relpath samefile sameopenfile samestat sep split splitdrive splitext splitroot stat
    supports_unicode_filenames sys
  `,
  pathlib: `
    EBADF ELOOP ENOENT ENOTDIR Path PosixPath PurePath PurePosixPath PureWindowsPath S_ISBLK S_ISCHR
    S_ISDIR S_ISFIFO S_ISLNK S_ISREG S_ISSOCK Sequence UnsupportedOperation WindowsPath attrgetter
    fnmatch functools io os posixpath re sys urlquote_from_bytes warnings
  `,
  platform: `
    architecture collections freedesktop_os_release functools itertools java_ver libc_ver mac_ver
    machine node os platform processor python_branch python_build python_compiler python_implementation
    python_revision python_version python_version_tuple re release sys system system_alias uname
    uname_result version win32_edition win32_is_iot win32_ver
  `,
  pprint: `
    PrettyPrinter isreadable isrecursive pformat pp pprint re saferepr
  `,
  queue: `
    Empty Full LifoQueue PriorityQueue Queue ShutDown SimpleQueue deque heappop heappush threading time
    types
  `,
  random: `
    BPF LOG4 NV_MAGICCONST RECIP_BPF Random SG_MAGICCONST SystemRandom TWOPI betavariate binomialvariate
    choice choices expovariate gammavariate gauss getrandbits getstate lognormvariate normalvariate
    paretovariate randbytes randint random randrange sample seed setstate shuffle triangular uniform
    vonmisesvariate weibullvariate
  `,
  re: `
    A ASCII DEBUG DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern PatternError RegexFlag S
    Scanner T TEMPLATE U UNICODE VERBOSE X compile copyreg enum error escape findall finditer fullmatch
    functools match purge search split sub subn template
  `,
  secrets: `
    DEFAULT_ENTROPY SystemRandom base64 binascii choice compare_digest randbelow randbits token_bytes
    token_hex token_urlsafe
  `,
  shlex: `
    StringIO deque join os quote re shlex split sys
  `,
  shutil: `
    COPY_BUFSIZE Error ExecError ReadError RegistryError SameFileError SpecialFileError chown
    collections copy copy2 copyfile copyfileobj copymode copystat copytree disk_usage errno fnmatch
    get_archive_formats get_terminal_size get_unpack_formats ignore_patterns make_archive move nt os
    posix register_archive_format register_unpack_format rmtree stat sys unpack_archive
    unregister_archive_format unregister_unpack_format which
  `,
  statistics: `
    Counter Decimal Fraction LinearRegression NormalDist StatisticsError bisect_left bisect_right
    correlation covariance defaultdict erf exp fabs fmean fsum geometric_mean groupby harmonic_mean
    hypot kde kde_random linear_regression log math mean median median_grouped median_high median_low
    mode mul multimode namedtuple numbers pstdev pvariance quantiles random reduce repeat sqrt stdev sys
    tau variance
  `,
  string: `
    Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits
    printable punctuation templatelib whitespace
  `,
  struct: `
    Struct calcsize error iter_unpack pack pack_into unpack unpack_from
  `,
  sys: `
    abiflags activate_stack_trampoline addaudithook api_version argv audit base_exec_prefix base_prefix
    breakpointhook builtin_module_names byteorder call_tracing copyright deactivate_stack_trampoline
    displayhook dont_write_bytecode exc_info excepthook exception exec_prefix executable exit flags
    float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth
    get_int_max_str_digits getallocatedblocks getdefaultencoding getdlopenflags
    getfilesystemencodeerrors getfilesystemencoding getprofile getrecursionlimit getrefcount getsizeof
    getswitchinterval gettrace getwindowsversion hash_info hexversion implementation int_info intern
    is_finalizing is_stack_trampoline_active last_exc last_traceback last_type last_value maxsize
    maxunicode meta_path modules monitoring orig_argv path path_hooks path_importer_cache platform
    platlibdir prefix ps1 ps2 pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth
    set_int_max_str_digits setdlopenflags setprofile setrecursionlimit setswitchinterval settrace stderr
    stdin stdlib_module_names stdout thread_info tracebacklimit unraisablehook version version_info
    warnoptions winver
  `,
  tempfile: `
    NamedTemporaryFile SpooledTemporaryFile TMP_MAX TemporaryDirectory TemporaryFile gettempdir
    gettempdirb gettempprefix gettempprefixb mkdtemp mkstemp mktemp tempdir template
  `,
  textwrap: `
    TextWrapper dedent fill indent re shorten wrap
  `,
  threading: `
    Barrier BoundedSemaphore BrokenBarrierError Condition Event ExceptHookArgs Lock RLock Semaphore
    TIMEOUT_MAX Thread ThreadError Timer WeakSet activeCount active_count currentThread current_thread
    enumerate excepthook functools get_ident get_native_id getprofile gettrace local main_thread
    setprofile setprofile_all_threads settrace settrace_all_threads stack_size
  `,
  time: `
    CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI
    CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres clock_gettime clock_gettime_ns clock_settime
    clock_settime_ns ctime daylight get_clock_info gmtime localtime mktime monotonic monotonic_ns
    perf_counter perf_counter_ns process_time process_time_ns pthread_getcpuclockid sleep strftime
    strptime struct_time thread_time thread_time_ns time time_ns timezone tzname tzset
  `,
  timeit: `
    Timer default_number default_repeat default_timer dummy_src_name gc itertools main reindent repeat
    sys template time timeit
  `,
  traceback: `
    FrameSummary StackSummary TracebackException clear_frames collections extract_stack extract_tb
    format_exc format_exception format_exception_only format_list format_stack format_tb itertools
    linecache print_exc print_exception print_last print_list print_stack print_tb suppress sys textwrap
    walk_stack walk_tb
  `,
  types: `
    AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CapsuleType CellType
    ClassMethodDescriptorType CodeType CoroutineType DynamicClassAttribute EllipsisType FrameType
    FunctionType GeneratorType GenericAlias GetSetDescriptorType LambdaType MappingProxyType
    MemberDescriptorType MethodDescriptorType MethodType MethodWrapperType ModuleType NoneType
    NotImplementedType SimpleNamespace TracebackType UnionType WrapperDescriptorType coroutine
    get_original_bases new_class prepare_class resolve_bases
  `,
  typing: `
    ABCMeta AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable
    AsyncIterator Awaitable BinaryIO Buffer ByteString CT_co Callable ChainMap ClassVar Collection
    Concatenate Container ContextManager Coroutine Counter DefaultDict Deque Dict Doc
    EXCLUDED_ATTRIBUTES Final ForwardRef FrozenSet Generator Generic GenericAlias Hashable IO ItemsView
    Iterable Iterator KT KeysView List Literal LiteralString Mapping MappingView Match
    MethodDescriptorType MethodWrapperType MutableMapping MutableSequence MutableSet NamedTuple
    NamedTupleMeta Never NewType NoDefault NoReturn NotRequired Optional OrderedDict ParamSpec
    ParamSpecArgs ParamSpecKwargs Pattern Protocol ReadOnly Required Reversible Self Sequence Set Sized
    SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound T
    TYPE_CHECKING T_co T_contra Text TextIO Tuple Type TypeAlias TypeAliasType TypeForm TypeGuard TypeIs
    TypeVar TypeVarTuple TypedDict Union Unpack VT VT_co V_co ValuesView WrapperDescriptorType
    abstractmethod assert_never assert_type cast clear_overloads collections contextlib
    dataclass_transform defaultdict deprecated evaluate_forward_ref final functools get_args get_origin
    get_overloads get_protocol_members get_type_hints io is_protocol is_typeddict no_type_check
    no_type_check_decorator operator overload override re reveal_type runtime_checkable stdlib_re sys
    types warnings
  `,
  unicodedata: `
    UCD bidirectional category combining decimal decomposition digit east_asian_width is_normalized
    lookup mirrored name normalize numeric ucd_3_2_0 unidata_version
  `,
  unittest: `
    BaseTestSuite FunctionTestCase IsolatedAsyncioTestCase SkipTest TestCase TestLoader TestProgram
    TestResult TestSuite TextTestResult TextTestRunner addModuleCleanup case defaultTestLoader
    doModuleCleanups enterModuleContext expectedFailure findTestCases getTestCaseNames installHandler
    load_tests loader main makeSuite registerResult removeHandler removeResult result runner signals
    skip skipIf skipUnless suite util
  `,
  'unittest.mock': `
    ANY AsyncMagicMixin AsyncMock AsyncMockMixin Base CallableMixin CodeType DEFAULT FILTER_DIR
    FunctionTypes InvalidSpecError MagicMixin MagicMock MagicProxy MethodType Mock ModuleType
    NonCallableMagicMock NonCallableMock PropertyMock RLock asyncio builtins call contextlib
    create_autospec file_spec inplace inspect io iscoroutinefunction magic_methods mock_open numerics
    open_spec partial patch pkgutil pprint right safe_repr seal sentinel sys wraps
  `,
  'urllib.parse': `
    DefragResult DefragResultBytes ParseResult ParseResultBytes ResultBase SplitResult SplitResultBytes
    clear_cache functools ipaddress namedtuple non_hierarchical parse_qs parse_qsl quote
    quote_from_bytes quote_plus re scheme_chars splitattr splithost splitnport splitpasswd splitport
    splitquery splittag splittype splituser splitvalue sys to_bytes types unquote unquote_plus
    unquote_to_bytes unwrap urldefrag urlencode urljoin urlparse urlsplit urlunparse urlunsplit
    uses_fragment uses_netloc uses_params uses_query uses_relative warnings
  `,
  uuid: `
    Enum MAX NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 NIL RESERVED_FUTURE
    RESERVED_MICROSOFT RESERVED_NCS RFC_4122 SafeUUID UUID bytes_ getnode int_ os platform sys uuid1
    uuid3 uuid4 uuid5 uuid6 uuid7 uuid8
  `,
  warnings: `
    WarningMessage catch_warnings defaultaction deprecated filters filterwarnings formatwarning
    onceregistry resetwarnings showwarning simplefilter sys warn warn_explicit
  `,
  weakref: `
    CallableProxyType KeyedRef ProxyType ProxyTypes ReferenceType WeakKeyDictionary WeakMethod WeakSet
    WeakValueDictionary finalize getweakrefcount getweakrefs itertools proxy ref sys
  `,
  zipfile: `
    BZIP2_VERSION BadZipFile BadZipfile CompleteDirs DEFAULT_VERSION FastLookup LZMACompressor
    LZMADecompressor LZMA_VERSION LargeZipFile MAX_EXTRACT_VERSION Path PyZipFile ZIP64_LIMIT
    ZIP64_VERSION ZIP_BZIP2 ZIP_DEFLATED ZIP_FILECOUNT_LIMIT ZIP_LZMA ZIP_MAX_COMMENT ZIP_STORED
    ZipExtFile ZipFile ZipInfo binascii bz2 compressor_names contextlib crc32 error importlib io
    is_zipfile itertools lzma main os pathlib posixpath re shutil sizeCentralDir sizeEndCentDir
    sizeEndCentDir64 sizeEndCentDir64Locator sizeFileHeader stat stringCentralDir stringEndArchive
    stringEndArchive64 stringEndArchive64Locator stringFileHeader struct structCentralDir
    structEndArchive structEndArchive64 structEndArchive64Locator structFileHeader sys threading time
    zlib
  `,
  zlib: `
    DEFLATED DEF_BUF_SIZE DEF_MEM_LEVEL MAX_WBITS ZLIB_RUNTIME_VERSION ZLIB_VERSION Z_BEST_COMPRESSION
    Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY Z_FILTERED Z_FINISH Z_FIXED
    Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH Z_PARTIAL_FLUSH Z_RLE Z_SYNC_FLUSH Z_TREES
    adler32 compress compressobj crc32 decompress decompressobj error
  `,
};

/** All public names of a module; null where they are not recorded. */
export function publicNames(module: string): string[] | null {
  return Object.hasOwn(NAMES, module) ? NAMES[module].trim().split(/\s+/) : null;
}
