/** Public names of Python's modules for files, formats and the machine, recorded by test/oracles/standard/record_names.py. */

export const filesNames: Readonly<Record<string, string>> = {
  argparse: `
    Action ArgumentDefaultsHelpFormatter ArgumentError ArgumentParser ArgumentTypeError
    BooleanOptionalAction FileType HelpFormatter MetavarTypeHelpFormatter Namespace ONE_OR_MORE OPTIONAL
    PARSER REMAINDER RawDescriptionHelpFormatter RawTextHelpFormatter SUPPRESS ZERO_OR_MORE ngettext
    warnings
  `,
  configparser: `
    BasicInterpolation ConfigParser ConverterMapping DEFAULTSECT DuplicateOptionError
    DuplicateSectionError Error ExtendedInterpolation Interpolation InterpolationDepthError
    InterpolationError InterpolationMissingOptionError InterpolationSyntaxError LegacyInterpolation
    MAX_INTERPOLATION_DEPTH MissingSectionHeaderError MutableMapping NoOptionError NoSectionError
    ParsingError RawConfigParser SafeConfigParser SectionProxy functools io itertools os re sys warnings
  `,
  csv: `
    Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC Sniffer
    StringIO excel excel_tab field_size_limit get_dialect list_dialects re reader register_dialect
    unix_dialect unregister_dialect writer
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
  getpass: `
    GetPassWarning contextlib fallback_getpass getpass getuser io os sys termios unix_getpass warnings
    win_getpass
  `,
  glob: `
    contextlib escape fnmatch glob glob0 glob1 has_magic iglob itertools magic_check magic_check_bytes
    os re stat sys translate
  `,
  gzip: `
    BadGzipFile FCOMMENT FEXTRA FHCRC FNAME FTEXT GzipFile READ WRITE builtins compress decompress io
    main open os struct sys time write32u zlib
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
  io: `
    BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter BytesIO
    DEFAULT_BUFFER_SIZE FileIO IOBase IncrementalNewlineDecoder RawIOBase SEEK_CUR SEEK_END SEEK_SET
    StringIO TextIOBase TextIOWrapper UnsupportedOperation abc open open_code text_encoding
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
  tempfile: `
    NamedTemporaryFile SpooledTemporaryFile TMP_MAX TemporaryDirectory TemporaryFile gettempdir
    gettempdirb gettempprefix gettempprefixb mkdtemp mkstemp mktemp tempdir template
  `,
  'urllib.parse': `
    DefragResult DefragResultBytes ParseResult ParseResultBytes ResultBase SplitResult SplitResultBytes
    clear_cache functools ipaddress namedtuple non_hierarchical parse_qs parse_qsl quote
    quote_from_bytes quote_plus re scheme_chars splitattr splithost splitnport splitpasswd splitport
    splitquery splittag splittype splituser splitvalue sys to_bytes types unquote unquote_plus
    unquote_to_bytes unwrap urldefrag urlencode urljoin urlparse urlsplit urlunparse urlunsplit
    uses_fragment uses_netloc uses_params uses_query uses_relative warnings
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
