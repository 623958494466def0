"""The distribution function of Beta and its inverse, which is what the score works out parts of."""

from math import exp, log, log1p

from netlog.domain.score.beta import log_cdf, log_odds, log_of_beta, share


def cdf(x: float, a: float, b: float) -> float:
    """The probability that Beta(a, b) is at most `x`, a share between 0 and 1."""
    log_probability, _ = log_cdf(log(x) - log1p(-x), a, b, log_of_beta(a, b))
    return exp(log_probability)


def quantile(p: float, a: float, b: float) -> float:
    """The share below which Beta(a, b) lies with a probability between 0 and 1."""
    return share(log_odds(p, a, b))
