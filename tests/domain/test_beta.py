from fractions import Fraction
from math import asin, comb, exp, isclose, pi, sin, sqrt

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from netlog.domain.score.beta import Quantiles, mean
from tests.support.beta import cdf, quantile

PRECISION = 1e-9
CDF_PRECISION = 1e-8  # With a shape of 1e6, `lgamma` is rounded at 1e-9.

inner_probabilities = st.floats(1e-6, 1 - 1e-6)
shapes = st.floats(-3, 6).map(lambda exponent: 10.0**exponent)
usual_shapes = st.floats(1, 200)


def binomial_tail(x: Fraction, a: int, b: int) -> Fraction:
    """The cdf for whole shapes: at least `a` hits in a + b - 1 trials (DLMF 8.17.5)."""
    trials = a + b - 1
    return sum(
        (
            comb(trials, hits) * x**hits * (1 - x) ** (trials - hits)
            for hits in range(a, trials + 1)
        ),
        Fraction(0),
    )


@pytest.mark.parametrize(("a", "b", "expected"), [(1, 1, 0.5), (3, 1, 0.75), (2.5, 7.5, 0.25)])
def test_mean_is_the_share_of_the_first_shape(a: float, b: float, expected: float) -> None:
    assert mean(a, b) == expected


@given(p=inner_probabilities)
def test_even_prior_gives_every_share_the_same_chance(p: float) -> None:
    assert cdf(p, 1, 1) == pytest.approx(p, abs=CDF_PRECISION)
    assert quantile(p, 1, 1) == pytest.approx(p, abs=PRECISION)


@given(p=inner_probabilities, shape=shapes)
def test_closed_forms_where_one_shape_is_one(p: float, shape: float) -> None:
    assert quantile(p, shape, 1) == pytest.approx(p ** (1 / shape), abs=PRECISION)
    assert quantile(p, 1, shape) == pytest.approx(1 - (1 - p) ** (1 / shape), abs=PRECISION)
    assert cdf(p, shape, 1) == pytest.approx(p**shape, abs=CDF_PRECISION)
    assert cdf(p, 1, shape) == pytest.approx(1 - (1 - p) ** shape, abs=CDF_PRECISION)


@given(p=inner_probabilities)
def test_closed_form_of_the_arcsine_distribution(p: float) -> None:
    assert quantile(p, 0.5, 0.5) == pytest.approx(sin(pi * p / 2) ** 2, abs=PRECISION)
    assert cdf(p, 0.5, 0.5) == pytest.approx(2 / pi * asin(sqrt(p)), abs=CDF_PRECISION)


@given(shape=shapes)
def test_even_shapes_have_their_median_at_one_half(shape: float) -> None:
    assert quantile(0.5, shape, shape) == pytest.approx(0.5, abs=PRECISION)


@given(p=st.integers(1, 1023).map(lambda n: n / 1024), a=shapes, b=shapes)
def test_exchanged_shapes_mirror_the_distribution(p: float, a: float, b: float) -> None:
    assert quantile(p, a, b) == pytest.approx(1 - quantile(1 - p, b, a), abs=PRECISION)
    assert cdf(p, a, b) == pytest.approx(1 - cdf(1 - p, b, a), abs=CDF_PRECISION)


@given(x=st.integers(1, 255), a=st.integers(1, 40), b=st.integers(1, 40))
def test_whole_shapes_agree_with_binomial_sums(x: int, a: int, b: int) -> None:
    exact = float(binomial_tail(Fraction(x, 256), a, b))

    assert cdf(x / 256, a, b) == pytest.approx(exact, rel=1e-11)


@given(p=inner_probabilities, a=st.integers(1, 40), b=st.integers(1, 40))
def test_quantiles_of_whole_shapes_agree_with_binomial_sums(p: float, a: int, b: int) -> None:
    x = Fraction(quantile(p, a, b))
    margin = Fraction(PRECISION)

    assert binomial_tail(max(x - margin, Fraction(0)), a, b) <= Fraction(p)
    assert binomial_tail(min(x + margin, Fraction(1)), a, b) >= Fraction(p)


@pytest.mark.parametrize(
    ("p", "a", "b", "expected"),
    [
        (0.1, 2.41, 1.59, 0.29183486118168797),
        (0.9, 2.56, 6.62, 0.473741566063608),
        (0.1, 21.3, 1.2, 0.8838714885145673),
        (0.1, 0.5, 0.75, 0.014321012711060693),
        (0.9, 150, 80.5, 0.69068022451209245),
        (0.1, 1e6, 1e6, 0.49954690313516384),
        (0.9, 1e6, 1e3, 0.99904124501639589),
        (0.1, 1e3, 1e6, 0.00095875498360410617),
        (0.1, 1e6, 1e-3, 1.0),
        (0.25, 2, 1, 0.5),
        (0.75, 1, 2, 0.5),
    ],
)
def test_values_computed_to_many_digits(p: float, a: float, b: float, expected: float) -> None:
    """By quadrature with 60 digits in mpmath; the same as scipy.special.betaincinv."""
    assert quantile(p, a, b) == pytest.approx(expected, abs=1e-11)


@pytest.mark.parametrize(
    ("p", "a", "b", "expected"),
    [(1e-12, 3.5, 4.5, 0.00013260980726917826), (0.5, 1e-3, 1.5, 5.0539326811803301e-302)],
)
def test_smallest_quantiles_keep_their_digits(
    p: float, a: float, b: float, expected: float
) -> None:
    """Computed as those above."""
    assert isclose(quantile(p, a, b), expected, rel_tol=1e-11)


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"), [(5, 10, 0.1871, 0.8129), (1, 10, 0.0025, 0.4450)]
)
def test_printed_tables_of_binomial_confidence_limits(
    hits: int, trials: int, low: float, high: float
) -> None:
    """The exact 95 % limits of Clopper and Pearson (1934), to the four digits of the tables."""
    assert quantile(0.025, hits, trials - hits + 1) == pytest.approx(low, abs=5e-5)
    assert quantile(0.975, hits + 1, trials - hits) == pytest.approx(high, abs=5e-5)


@pytest.mark.parametrize(("degrees", "t"), [(5, 2.015), (10, 1.812), (30, 1.697)])
def test_printed_tables_of_student(degrees: int, t: float) -> None:
    """The 95 % points of Student's t, which is a Beta distribution of t^2."""
    share = t * t / (t * t + degrees)

    assert cdf(share, 0.5, degrees / 2) == pytest.approx(0.9, abs=1e-4)


@given(p=inner_probabilities, a=shapes, b=shapes)
def test_cdf_of_the_quantile_is_the_probability(p: float, a: float, b: float) -> None:
    x = quantile(p, a, b)
    assume(1e-300 < x < 1 - 1e-6)

    assert cdf(x, a, b) == pytest.approx(p, abs=CDF_PRECISION)


@given(x=st.floats(0.001, 0.999), a=usual_shapes, b=usual_shapes)
def test_quantile_of_the_cdf_is_the_share(x: float, a: float, b: float) -> None:
    p = cdf(x, a, b)
    assume(1e-300 < p < 1 - 1e-5)

    assert quantile(p, a, b) == pytest.approx(x, abs=PRECISION)


@given(p=inner_probabilities, q=inner_probabilities, a=shapes, b=shapes)
def test_quantile_rises_with_the_probability(p: float, q: float, a: float, b: float) -> None:
    lower, higher = sorted([p, q])

    assert quantile(lower, a, b) <= quantile(higher, a, b) + PRECISION


@given(p=inner_probabilities, a=shapes, b=shapes, more=shapes)
def test_quantile_rises_with_the_first_shape_and_falls_with_the_second(
    p: float, a: float, b: float, more: float
) -> None:
    assert quantile(p, a + more, b) >= quantile(p, a, b) - PRECISION
    assert quantile(p, a, b + more) <= quantile(p, a, b) + PRECISION


@given(
    p=st.floats(1e-300, 1, exclude_max=True),
    a=st.floats(-3, 9).map(lambda exponent: 10.0**exponent),
    b=st.floats(-3, 9).map(lambda exponent: 10.0**exponent),
)
def test_every_quantile_is_a_share(p: float, a: float, b: float) -> None:
    assert 0 <= quantile(p, a, b) <= 1


@pytest.mark.parametrize("shape", [1e-3, 1e9])
def test_the_smallest_shape_and_the_largest(shape: float) -> None:
    assert quantile(0.5, shape, shape) == pytest.approx(0.5, abs=PRECISION)


QUICK = {p: Quantiles(p) for p in (0.1, 0.5, 0.9)}
LEARNED_SHAPES = st.floats(-0.9, 8).map(exp)


@given(st.sampled_from(sorted(QUICK)), LEARNED_SHAPES, LEARNED_SHAPES)
@example(0.1, 1.0, 1.0)
@example(0.9, 0.41, 0.98)
@example(0.9, 1.0, 2980.0)
@example(0.1, 3.0, 2.0)
def test_the_quick_way_is_the_fair_one(p: float, a: float, b: float) -> None:
    assert QUICK[p](a, b) == pytest.approx(quantile(p, a, b), abs=1e-6)


@pytest.mark.parametrize("p", [0.1, 0.5, 0.9])
def test_the_quick_way_is_for_the_probability_it_was_made_for(p: float) -> None:
    assert Quantiles(p)(2.41, 1.59) == pytest.approx(quantile(p, 2.41, 1.59), abs=1e-6)


@given(LEARNED_SHAPES, LEARNED_SHAPES, st.floats(1e-4, 2))
def test_the_quick_way_rises_with_what_speaks_for_it(a: float, b: float, more: float) -> None:
    for quick in QUICK.values():
        assert quick(a + more, b) >= quick(a, b) - 1e-12
        assert quick(a, b + more) <= quick(a, b) + 1e-12
