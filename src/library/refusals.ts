/** The Python text of functions that a library has and Kerascope refuses: for modules that import `running` and `unknown`. */
export const refusals = `
def _refusing(name, message, reason):
    """A function of this name: not known under analysis for the reason, refused with the message under run."""
    def refused(*args, **options):
        if not running():
            return unknown(reason)
        raise NotImplementedError(message)
    refused.__name__ = name
    return refused
`;
