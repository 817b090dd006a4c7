/** What Matplotlib's and seaborn's modules hold, in all versions of the last years. Data from the libraries, by test/oracles/names. */
export const publicNames: Readonly<Record<string, string>> = {
  matplotlib:
    'ExecutableNotFoundError MatplotlibDeprecationWarning RcParams afm animation artist axes axis ' +
    'backend_bases backend_managers backend_tools backends bezier bivar_colormaps blocking_input category ' +
    'cbook checkdep_usetex cm collections color_sequences colorbar colorizer colormaps colors container ' +
    'contour cycler dates defaultParams default_test_modules docstring dviread figure font_manager ' +
    'fontconfig_pattern ft2font get_backend get_cachedir get_configdir get_data_path gridspec hatch image ' +
    'inset interactive is_interactive is_url layout_engine legend legend_handler lines markers mathtext ' +
    'matplotlib_fname mlab multivar_colormaps offsetbox patches path patheffects projections pylab pyplot ' +
    'quiver rc rcParams rcParamsDefault rcParamsOrig rc_context rc_file rc_file_defaults rc_params ' +
    'rc_params_from_file rcdefaults rcsetup sanitize_sequence sankey scale set_loglevel sphinxext spines ' +
    'stackplot streamplot style table test testing tests texmanager text textpath ticker tight_bbox ' +
    'tight_layout transforms tri type1font typing units use validate_backend widgets | MutableMapping ' +
    'Parameter Path URL_REGEX Verbose atexit checkdep_dvipng checkdep_ghostscript checkdep_inkscape ' +
    'checkdep_pdftops checkdep_ps_distiller compare_versions compat contextlib finance functools get_home ' +
    'get_py2exe_datafiles importlib inspect iterparams locale logging mpl mplDeprecation namedtuple numpy ' +
    'os parse_version pprint pyparsing re shutil subprocess sys tempfile tk_window_focus verbose warnings',
  'matplotlib.animation':
    'AbstractMovieWriter Animation ArtistAnimation DISPLAY_TEMPLATE FFMpegBase FFMpegFileWriter ' +
    'FFMpegWriter FileMovieWriter FuncAnimation HTMLWriter INCLUDED_FRAMES ImageMagickBase ' +
    'ImageMagickFileWriter ImageMagickWriter JS_INCLUDE MovieWriter MovieWriterRegistry PillowWriter ' +
    'STYLE_INCLUDE TimedAnimation adjusted_figsize cbook mcolors mpl subprocess_creation_flags writers | ' +
    'BytesIO Image Path TemporaryDirectory TextIOWrapper abc base64 collections contextlib itertools ' +
    'logging np shutil subprocess sys uuid warnings',
  'matplotlib.cm':
    'Accent Accent_r Blues Blues_r BrBG BrBG_r BuGn BuGn_r BuPu BuPu_r CMRmap CMRmap_r ColormapRegistry ' +
    'Dark2 Dark2_r GnBu GnBu_r Grays Grays_r Greens Greens_r Greys Greys_r OrRd OrRd_r Oranges Oranges_r ' +
    'PRGn PRGn_r Paired Paired_r Pastel1 Pastel1_r Pastel2 Pastel2_r PiYG PiYG_r PuBu PuBuGn PuBuGn_r ' +
    'PuBu_r PuOr PuOr_r PuRd PuRd_r Purples Purples_r RdBu RdBu_r RdGy RdGy_r RdPu RdPu_r RdYlBu RdYlBu_r ' +
    'RdYlGn RdYlGn_r Reds Reds_r ScalarMappable Set1 Set1_r Set2 Set2_r Set3 Set3_r Spectral Spectral_r ' +
    'Wistia Wistia_r YlGn YlGnBu YlGnBu_r YlGn_r YlOrBr YlOrBr_r YlOrRd YlOrRd_r afmhot afmhot_r autumn ' +
    'autumn_r berlin berlin_r binary binary_r bivar_cmaps bone bone_r brg brg_r bwr bwr_r cbook cividis ' +
    'cividis_r cmaps_listed colors cool cool_r coolwarm coolwarm_r copper copper_r cubehelix cubehelix_r ' +
    'datad flag flag_r get_cmap gist_earth gist_earth_r gist_gray gist_gray_r gist_grey gist_grey_r ' +
    'gist_heat gist_heat_r gist_ncar gist_ncar_r gist_rainbow gist_rainbow_r gist_stern gist_stern_r ' +
    'gist_yarg gist_yarg_r gist_yerg gist_yerg_r gnuplot gnuplot2 gnuplot2_r gnuplot_r gray gray_r grey ' +
    'grey_r hot hot_r hsv hsv_r inferno inferno_r jet jet_r magma magma_r managua managua_r mpl ' +
    'multivar_cmaps nipy_spectral nipy_spectral_r ocean ocean_r okabe_ito okabe_ito_r pink pink_r plasma ' +
    'plasma_r prism prism_r rainbow rainbow_r register_cmap scale seismic seismic_r spring spring_r ' +
    'summer summer_r tab10 tab10_r tab20 tab20_r tab20b tab20b_r tab20c tab20c_r terrain terrain_r turbo ' +
    'turbo_r twilight twilight_r twilight_shifted twilight_shifted_r unregister_cmap vanimo vanimo_r ' +
    'viridis viridis_r winter winter_r | LUTSIZE Mapping Vega10 Vega20 Vega20b Vega20c cmap_d functools ' +
    'ma np revcmap spectral spectral_r',
  'matplotlib.colors':
    'AsinhNorm BASE_COLORS BivarColormap BivarColormapFromImage BoundaryNorm CSS4_COLORS CenteredNorm ' +
    'ColorConverter ColorSequenceRegistry Colormap FuncNorm LightSource LinearSegmentedColormap ' +
    'ListedColormap LogNorm MultiNorm MultivarColormap NoNorm Norm Normalize PowerNorm ' +
    'SegmentedBivarColormap SymLogNorm TABLEAU_COLORS TwoSlopeNorm XKCD_COLORS cbook cnames ' +
    'colorConverter from_levels_and_colors get_named_colors_mapping hex2color hsv_to_rgb is_color_like ' +
    'make_norm_from_scale mpl rgb2hex rgb_to_hsv same_color scale to_hex to_rgb to_rgba to_rgba_array | ' +
    'ABC DivergingNorm Image Mapping MidpointNormalize Number PngInfo Real Sequence Sized abstractmethod ' +
    'base64 bezier functools hex2rgb hexColorPattern importlib inspect io itertools makeMappingArray ' +
    'no_norm np re',
  'matplotlib.dates':
    'AutoDateFormatter AutoDateLocator ConciseDateConverter ConciseDateFormatter DAILY DAYS_PER_MONTH ' +
    'DAYS_PER_WEEK DAYS_PER_YEAR DateConverter DateFormatter DateLocator DayLocator EPOCH_OFFSET FR ' +
    'HOURLY HOURS_PER_DAY HourLocator JULIAN_OFFSET MICROSECONDLY MINUTELY MINUTES_PER_DAY MIN_PER_HOUR ' +
    'MO MONTHLY MONTHS_PER_YEAR MUSECONDS_PER_DAY MicrosecondLocator MinuteLocator MonthLocator ' +
    'RRuleLocator SA SECONDLY SEC_PER_DAY SEC_PER_HOUR SEC_PER_MIN SEC_PER_WEEK SU SecondLocator TH TU ' +
    'UTC WE WEEKDAYS WEEKLY WeekdayLocator YEARLY YearLocator cbook date2num date_ticker_factory ' +
    'datestr2num drange epoch2num get_epoch julian2num mpl num2date num2epoch num2julian num2timedelta ' +
    'relativedelta rrule rrulewrapper set_epoch ticker units | FRIDAY IndexDateFormatter MONDAY SATURDAY ' +
    'SUNDAY THURSDAY TUESDAY WEDNESDAY bytespdate2num datetime dateutil dateutil_warning functools hours ' +
    'logging math minutes mx2num np re seconds strpdate2num weeks',
  'matplotlib.gridspec':
    'Bbox GridSpec GridSpecBase GridSpecFromSubplotSpec SubplotParams SubplotSpec mpl | Integral copy ' +
    'logging np',
  'matplotlib.image':
    'Affine2D AxesImage BESSEL BICUBIC BILINEAR BLACKMAN Bbox BboxBase BboxImage BboxTransform ' +
    'BboxTransformTo CATROM FigureCanvasBase FigureImage GAUSSIAN HAMMING HANNING HERMITE ' +
    'IdentityTransform KAISER LANCZOS MITCHELL NEAREST NonUniformImage PcolorImage QUADRIC SINC SPLINE16 ' +
    'SPLINE36 TransformedBbox calculate_rms_and_diff cbook cm composite_images imread imsave ' +
    'interpolations_names martist mcolorizer mcolors mpl pil_to_array resample thumbnail | PIL Path ' +
    'logging math np os warnings',
  'matplotlib.lines':
    'Artist AxLine Bbox BboxTransformTo CARETDOWN CARETDOWNBASE CARETLEFT CARETLEFTBASE CARETRIGHT ' +
    'CARETRIGHTBASE CARETUP CARETUPBASE CapStyle JoinStyle Line2D MarkerStyle Path STEP_LOOKUP_MAP ' +
    'TICKDOWN TICKLEFT TICKRIGHT TICKUP TransformedPath VertexSelector allow_rasterization cbook ' +
    'drawStyles fillStyles lineMarkers lineStyles ls_mapper ls_mapper_r mcolors mpl segment_hits | ' +
    'Integral Number Real copy logging np',
  'matplotlib.patches':
    'Affine2D Annulus Arc Arrow ArrowStyle BoxStyle CapStyle Circle CirclePolygon ConnectionPatch ' +
    'ConnectionStyle Ellipse FancyArrow FancyArrowPatch FancyBboxPatch JoinStyle ' +
    'NonIntersectingPathException Patch Path PathPatch Polygon Rectangle RegularPolygon Shadow StepPatch ' +
    'Wedge artist bbox_artist cbook colors draw_bbox get_cos_sin get_intersection get_parallels ' +
    'inside_circle make_wedged_bezier2 mhatch mlines mpl split_bezier_intersecting_with_closedpath ' +
    'split_path_inout transforms | ConnectorBase Number Real SimpleNamespace YAArrow functools inspect ' +
    'math namedtuple np textwrap',
  'matplotlib.pyplot':
    'Annotation Arrow Artist AutoLocator AxLine Axes BackendFilter Button Circle Colorizer ' +
    'ColorizingArtist Colormap Figure FigureBase FigureCanvasBase FigureManagerBase FixedFormatter ' +
    'FixedLocator FormatStrFormatter Formatter FuncFormatter GridSpec IndexLocator Line2D LinearLocator ' +
    'Locator LogFormatter LogFormatterExponent LogFormatterMathtext LogLocator MaxNLocator MouseButton ' +
    'MultipleLocator Normalize NullFormatter NullLocator PolarAxes Polygon Rectangle ScalarFormatter ' +
    'Slider Subplot SubplotSpec TYPE_CHECKING Text TickHelper Widget acorr angle_spectrum annotate arrow ' +
    'autoscale autumn available_backends axes axhline axhspan axis axline axvline axvspan ' +
    'backend_registry bar bar_label barbs barh bone box boxplot broken_barh cbook cla clabel clf clim ' +
    'close cm cohere color_sequences colorbar colormaps connect contour contourf cool copper csd delaxes ' +
    'disconnect draw draw_all draw_if_interactive ecdf errorbar eventplot figaspect figimage figlegend ' +
    'fignum_exists figtext figure fill fill_between fill_betweenx findobj flag gca gcf gci get ' +
    'get_backend get_cmap get_current_fig_manager get_figlabels get_fignums get_plot_commands ' +
    'get_scale_names getp ginput gray grid grouped_bar hexbin hist hist2d hlines hot hsv imread imsave ' +
    'imshow inferno install_repl_displayhook interactive ioff ion isinteractive jet legend locator_params ' +
    'loglog magma magnitude_spectrum margins matplotlib matshow minorticks_off minorticks_on mlab ' +
    'new_figure_manager nipy_spectral pause pcolor pcolormesh phase_spectrum pie pie_label pink plasma ' +
    'plot plot_date polar prism psd quiver quiverkey rc rcParams rcParamsDefault rcParamsOrig rc_context ' +
    'rcdefaults rcsetup register_cmap requested_backend rgrids savefig sca scatter sci semilogx semilogy ' +
    'set_cmap set_loglevel setp show specgram spring spy stackplot stairs stem step streamplot style ' +
    'subplot subplot2grid subplot_mosaic subplot_tool subplots subplots_adjust summer suptitle ' +
    'switch_backend table text thetagrids tick_params ticklabel_format tight_layout title tricontour ' +
    'tricontourf tripcolor triplot twinx twiny uninstall_repl_displayhook violinplot viridis vlines ' +
    'waitforbuttonpress winter xcorr xkcd xlabel xlim xscale xticks ylabel ylim yscale yticks | ' +
    'AbstractContextManager Enum ExitStack IO Number annotations autogen_docstring bar3d cast colors ' +
    'csv2rec cycler dedent deprecated functools get_scale_docs hold importlib inspect is_numlike ' +
    'is_string_like ishold logging math normalize np os over overload plotfile pylab_setup re silent_list ' +
    'six spectral style_context subplot_class_factory sys threading time types unpack_labeled_data ' +
    'warn_deprecated warnings',
  'matplotlib.style':
    'USER_LIBRARY_PATHS available context core library mpl rcParamsDefault rc_params_from_file ' +
    'read_style_directory reload_library update_nested_dict update_user_library use | Path contextlib ' +
    'importlib logging os warnings',
  'matplotlib.ticker':
    'AsinhLocator AutoLocator AutoMinorLocator EngFormatter FixedFormatter FixedLocator ' +
    'FormatStrFormatter Formatter FuncFormatter IndexLocator LinearLocator Locator LogFormatter ' +
    'LogFormatterExponent LogFormatterMathtext LogFormatterSciNotation LogLocator LogitFormatter ' +
    'LogitLocator MaxNLocator MultipleLocator NullFormatter NullLocator PercentFormatter ScalarFormatter ' +
    'StrMethodFormatter SymmetricalLogLocator TickHelper cbook is_close_to_int is_decade mpl mtransforms ' +
    'scale_range | Base IndexFormatter Integral OldAutoLocator OldScalarFormatter closeto decade_down ' +
    'decade_up itertools locale logging math nearest_long np string',
  seaborn:
    'FacetGrid JointGrid PairGrid algorithms axes_style axisgrid barplot blend_palette boxenplot boxplot ' +
    'categorical catplot choose_colorbrewer_palette choose_cubehelix_palette choose_dark_palette ' +
    'choose_diverging_palette choose_light_palette clustermap cm color_palette colors countplot ' +
    'crayon_palette crayons cubehelix_palette dark_palette desaturate despine displot distplot ' +
    'distributions diverging_palette dogplot ecdfplot external get_data_home get_dataset_names heatmap ' +
    'histplot hls_palette husl_palette jointplot kdeplot light_palette lineplot lmplot load_dataset ' +
    'matrix miscplot move_legend mpl_palette objects pairplot palettes palplot plotting_context pointplot ' +
    'rcmod regplot regression relational relplot reset_defaults reset_orig residplot rugplot saturate ' +
    'scatterplot set set_color_codes set_context set_hls_values set_palette set_style set_theme stripplot ' +
    'swarmplot utils violinplot widgets xkcd_palette xkcd_rgb | apionly axlabel coefplot corrplot ' +
    'factorplot interactplot iqr linearmodels lvplot mpl puppyplot symmatplot timeseries tsplot violin',
};
