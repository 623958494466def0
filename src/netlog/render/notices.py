"""What is told on standard error of what happens to a ledger while a command runs."""

from netlog.domain.notices import Notice, SetAside, Waiting
from netlog.render.sink import tell


def tell_notice(notice: Notice) -> None:
    """Tell one of them, in a sentence."""
    tell(f"netlog: {_sentence(notice)}")


def _sentence(notice: Notice) -> str:
    if isinstance(notice, Waiting):
        return "waiting for another netlog that is at the ledger ... Ctrl-C gives up."
    if isinstance(notice, SetAside):
        return (
            f"{notice.file} was left beside the ledger, but is not of it as it is now."
            f" It was not used, and is kept as {notice.kept_as}."
        )
    return (
        f"the disk reported an error at the end ({notice.error}), but {notice.path} has it all."
        " Check the disk."
    )
