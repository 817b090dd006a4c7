/** Public names of Python's modules for numbers, texts, dates and containers, recorded by test/oracles/standard/record_names.py. */

export const valuesNames: Readonly<Record<string, string>> = {
  array: `
    ArrayType array typecodes
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
  fractions: `
    Decimal Fraction math numbers operator re sys
  `,
  graphlib: `
    CycleError GenericAlias TopologicalSorter
  `,
  hashlib: `
    algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new pbkdf2_hmac scrypt
    sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256
  `,
  heapq: `
    heapify heapify_max heappop heappop_max heappush heappush_max heappushpop heappushpop_max
    heapreplace heapreplace_max merge nlargest nsmallest
  `,
  itertools: `
    accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile
    filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee zip_longest
  `,
  math: `
    acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp
    exp2 expm1 fabs factorial floor fma fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan
    isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder
    sin sinh sqrt sumprod tan tanh tau trunc ulp
  `,
  pprint: `
    PrettyPrinter isreadable isrecursive pformat pp pprint re saferepr
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
  textwrap: `
    TextWrapper dedent fill indent re shorten wrap
  `,
  unicodedata: `
    UCD bidirectional category combining decimal decomposition digit east_asian_width is_normalized
    lookup mirrored name normalize numeric ucd_3_2_0 unidata_version
  `,
  uuid: `
    Enum MAX NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 NIL RESERVED_FUTURE
    RESERVED_MICROSOFT RESERVED_NCS RFC_4122 SafeUUID UUID bytes_ getnode int_ os platform sys uuid1
    uuid3 uuid4 uuid5 uuid6 uuid7 uuid8
  `,
};
