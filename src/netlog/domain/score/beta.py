"""The Beta distribution: what a share may be, given how much speaks for it and against it.

It is written out because the standard library has none, and importing a numerical package would
cost more time than a whole command may take (design, section 4).
"""

from collections.abc import Sequence
from math import exp, floor, inf, lgamma, log, log1p, sqrt

_Four = tuple[float, float, float, float]

_NODES_PER_E = 16.0  # so close that cubics between them are off by less than 1e-6
_LAST_TERM = 1e-15  # Relative: further terms of the fraction are lost in rounding.
_LAST_GAP = 1e-5  # Halley's method cubes the error: the step taken from here is exact.
_MOST_STEPS = 50  # Three times what the worst shapes need.
_LOGISTIC_TO_NORMAL = 0.6  # Ratio of standard deviations; roughly, for a first guess.


def mean(a: float, b: float) -> float:
    """Return the mean of Beta(a, b), for positive shapes."""
    return a / (a + b)


class Quantiles:
    """The quantiles of one probability for many shapes, each for a tenth of the work of `log_odds`.

    They are interpolated between exact ones, by cubics in the logarithms of the shapes, on the
    scale of log-odds; the nodes are worked out when they are needed. Correct to 1e-6 for shapes
    from 0.4 on, which is where a population has them.
    """

    def __init__(self, p: float) -> None:
        """Take the probability, between 0 and 1."""
        self._p = p
        self._nodes: dict[tuple[int, int], float] = {}
        self._squares: dict[tuple[int, int], Sequence[Sequence[float]]] = {}

    def __call__(self, a: float, b: float) -> float:
        """Return the quantile of Beta(a, b)."""
        x, y = log(a) * _NODES_PER_E, log(b) * _NODES_PER_E
        column, row = floor(x) - 1, floor(y) - 1
        square = self._squares.get((column, row)) or self._square(column, row)
        odds = 0.0
        down0, down1, down2, down3 = _cubic(y - row)
        for weight, (node0, node1, node2, node3) in zip(_cubic(x - column), square, strict=True):
            odds += weight * (down0 * node0 + down1 * node1 + down2 * node2 + down3 * node3)
        return share(odds)

    def _square(self, column: int, row: int) -> Sequence[Sequence[float]]:
        """The four times four nodes of which this is the first, column by column."""
        square = [
            [self._node(across, down) for down in range(row, row + 4)]
            for across in range(column, column + 4)
        ]
        self._squares[column, row] = square
        return square

    def _node(self, column: int, row: int) -> float:
        odds = self._nodes.get((column, row))
        if odds is None:
            odds = log_odds(self._p, exp(column / _NODES_PER_E), exp(row / _NODES_PER_E))
            self._nodes[column, row] = odds
        return odds


def _cubic(x: float) -> _Four:
    """Return the weights of four values at 0, 1, 2 and 3 in the cubic through them, at `x`."""
    x1, x2, x3 = x - 1, x - 2, x - 3
    return -x1 * x2 * x3 / 6, x * x2 * x3 / 2, -x * x1 * x3 / 2, x * x1 * x2 / 6


def log_odds(p: float, a: float, b: float) -> float:
    """Return the log-odds of the share below which Beta(a, b) lies with probability `p`.

    The share is correct to 1e-9 for shapes from 0.001 to 1e9; beyond, the rounding of `lgamma`
    shows in it.

    Args:
        p: a probability, above 0 and below 1.
        a: the first shape.
        b: the second shape.
    """
    return _log_odds(p, a, b) if p <= 1 / 2 else -_log_odds(1 - p, b, a)


def _log_odds(p: float, a: float, b: float) -> float:
    """Return the log-odds of the quantile, for p up to 1/2, by Halley's method.

    It solves log cdf = log p for the log-odds of x. On that scale the density of Beta is
    log-concave for all shapes, hence so is the cdf: Newton's step never passes the solution from
    below, and a straight tail makes the smallest quantiles as easy as the others.
    """
    log_p, log_beta = log(p), log_of_beta(a, b)
    odds = log(a / b) + _LOGISTIC_TO_NORMAL * (log_p - log1p(-p)) * sqrt(1 / a + 1 / b)
    gap, steps = inf, 0
    while abs(gap) > _LAST_GAP and steps < _MOST_STEPS:
        log_probability, slope = log_cdf(odds, a, b, log_beta)
        gap = log_probability - log_p
        newton = gap / slope
        bend = newton * (a - (a + b) * share(odds) - slope)
        odds -= newton / (1 - min(bend, 1) / 2)
        steps += 1
    return odds


def log_cdf(odds: float, a: float, b: float, log_beta: float) -> tuple[float, float]:
    """Return log cdf where x has these log-odds, and its derivative by them (DLMF 8.17.4)."""
    x, y = share(odds), share(-odds)
    log_density = a * _log_share(odds) + b * _log_share(-odds) - log_beta
    if x * (a + b + 2) < a + 1:
        fraction = _fraction(x, a, b)
        return log_density + log(fraction / a), a / fraction
    density = exp(log_density)
    upper_tail = density * _fraction(y, b, a) / b
    return log1p(-upper_tail), density / (1 - upper_tail)


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta, which is fast for x < (a+1)/(a+b+2).

    The coefficients are DLMF 8.17.23 (https://dlmf.nist.gov/8.17.v), two at a time: the even
    part of the fraction, which has the same value in half the steps. Steed's method sums it.
    """
    odd = -(a + b) * x / (a + 1)
    inverse = term = total = 1 / (1 + odd)
    m = 0
    while abs(term) > _LAST_TERM * total:
        m += 1
        n = a + 2 * m
        even = m * (b - m) * x / ((n - 1) * n)
        numerator = -odd * even
        odd = -(a + m) * (a + b + m) * x / (n * (n + 1))
        denominator = 1 + even + odd
        inverse = 1 / (denominator + numerator * inverse)
        term *= denominator * inverse - 1
        total += term
    return total


def log_of_beta(a: float, b: float) -> float:
    """Return the logarithm of the beta function, by which `log_cdf` divides."""
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def share(odds: float) -> float:
    """Return the share with these log-odds; neither branch overflows."""
    if odds < 0:
        return exp(odds) / (1 + exp(odds))
    return 1 / (1 + exp(-odds))


def _log_share(odds: float) -> float:
    """Return the logarithm of the share with these log-odds, also where the share is 0.0."""
    if odds < 0:
        return odds - log1p(exp(odds))
    return -log1p(exp(-odds))
