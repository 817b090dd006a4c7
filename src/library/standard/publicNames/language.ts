/** Public names of Python's modules for how programs are made and run, recorded by test/oracles/standard/record_names.py. */

export const languageNames: Readonly<Record<string, string>> = {
  abc: `
    ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token
    update_abstractmethods
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
  'concurrent.futures': `
    ALL_COMPLETED BrokenExecutor CancelledError Executor FIRST_COMPLETED FIRST_EXCEPTION Future
    ProcessPoolExecutor ThreadPoolExecutor TimeoutError as_completed wait
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
  dataclasses: `
    Field FrozenInstanceError FunctionType GenericAlias InitVar KW_ONLY MISSING abc asdict astuple
    builtins copy dataclass field fields functools inspect is_dataclass itertools keyword make_dataclass
    re replace sys types
  `,
  enum: `
    CONFORM CONTINUOUS DynamicClassAttribute EJECT Enum EnumCheck EnumDict EnumMeta EnumType Flag
    FlagBoundary IntEnum IntFlag KEEP MappingProxyType NAMED_FLAGS ReprEnum STRICT StrEnum UNIQUE auto
    bin bltns global_enum global_enum_repr global_flag_repr global_str member nonmember property reduce
    show_flag_values sys unique verify
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
  keyword: `
    iskeyword issoftkeyword kwlist softkwlist
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
  queue: `
    Empty Full LifoQueue PriorityQueue Queue ShutDown SimpleQueue deque heappop heappush threading time
    types
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
  warnings: `
    WarningMessage catch_warnings defaultaction deprecated filters filterwarnings formatwarning
    onceregistry resetwarnings showwarning simplefilter sys warn warn_explicit
  `,
  weakref: `
    CallableProxyType KeyedRef ProxyType ProxyTypes ReferenceType WeakKeyDictionary WeakMethod WeakSet
    WeakValueDictionary finalize getweakrefcount getweakrefs itertools proxy ref sys
  `,
};
