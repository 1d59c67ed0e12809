// What a count and a test result say: exact intervals, predictive values, the chance of at least one, and what changed
// between two tests. As science/proportions.py, science/testing.py and science/learning.py have it; tests hold them to
// each other.

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const TINY = 1e-300;
/** Of the normal distribution 95% lie as near to its middle. */
const Z = 1.959963984540054;

/** Logarithm of the gamma function of a number above 0, by Stirling's series. @param {number} x */
function logGamma(x) {
  let lower = 1;
  for (; x < 10; x += 1) lower *= x;
  const y = 1 / (x * x);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / x;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series - Math.log(lower);
}

/** Regularised incomplete beta function, by its continued fraction (Lentz's method). @param {number} a @param {number} b @param {number} x @returns {number} */
function incompleteBeta(a, b, x) {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  const away = (/** @type {number} */ value) => (Math.abs(value) > TINY ? value : TINY);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const numerator of [even, odd]) {
      d = 1 / away(1 + numerator * d);
      c = away(1 + numerator / c);
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return (Math.exp(front) * fraction) / a;
}

/** Root of a rising function, or the end that is nearest, by bisection to the last bit. @param {(x: number) => number} rising */
function solve(rising, low = 0, high = 1) {
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (rising(middle) > 0) high = middle;
    else low = middle;
  }
}

/**
 * Exact (Clopper-Pearson) interval of `events` of `total`, as fractions.
 * @param {number} events @param {number} total 1 or more @param {number} [level] @returns {[number, number]}
 */
export function exactInterval(events, total, level = 0.95) {
  const tail = (1 - level) / 2;
  const low = events === 0 ? 0 : solve((p) => incompleteBeta(events, total - events + 1, p) - tail);
  const high = events === total ? 1 : solve((p) => tail - incompleteBeta(total - events, events + 1, 1 - p));
  return [low, high];
}

/** McNemar's exact test: the two-sided P value. @param {number} gained @param {number} lost */
export function mcnemar(gained, lost) {
  const changed = gained + lost;
  let tail = 0;
  for (let count = 0; count <= Math.min(gained, lost); count += 1) tail += chanceOfExactly(count, changed, 0.5);
  return Math.min(1, 2 * tail);
}

/**
 * Interval for the difference of two shares of the same pairs, after minus before: Tango's, corrected for continuity.
 * @param {number} gained @param {number} lost @param {number} pairs 1 or more @returns {[number, number]} fractions
 */
export function pairedDifference(gained, lost, pairs) {
  const changed = gained - lost;
  const spread = (/** @type {number} */ difference) => {
    const linear = (2 * pairs - changed) * difference - gained - lost;
    const constant = lost * difference * (1 - difference);
    const losses = (Math.sqrt(Math.max(0, linear * linear + 8 * pairs * constant)) - linear) / (4 * pairs);
    return Math.sqrt(Math.max(0, pairs * (2 * losses + difference * (1 - difference))));
  };
  const [below, above] = [(changed - 1) / pairs, (changed + 1) / pairs];
  return [
    solve((at) => pairs * (at - below) + Z * spread(at), -1, Math.max(-1, below)),
    solve((at) => pairs * (at - above) - Z * spread(at), Math.min(1, above), 1),
  ];
}

/**
 * Shares of right results among positives and among negatives; NaN where nobody has that result.
 * @param {number} prevalence @param {number} sensitivity @param {number} specificity all three as fractions
 */
export function predictiveValues(prevalence, sensitivity, specificity) {
  const found = prevalence * sensitivity;
  const cleared = (1 - prevalence) * specificity;
  return {
    ppv: found / (found + (1 - prevalence) * (1 - specificity)),
    npv: cleared / (cleared + prevalence * (1 - sensitivity)),
  };
}

/** Chance of none in `n`, each at this rate. @param {number} rate a fraction @param {number} n */
export function chanceOfNone(rate, n) {
  return rate === 1 ? 0 : Math.exp(n * Math.log1p(-rate));
}

/** Chance of exactly `k` in `n`, each at this rate. @param {number} k from 0 to `n` @param {number} n @param {number} rate a fraction */
export function chanceOfExactly(k, n, rate) {
  if (rate === 0 || rate === 1) return k === n * rate ? 1 : 0;
  const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(ways + k * Math.log(rate) + (n - k) * Math.log1p(-rate));
}

/** Fewest to test for at least one with this probability, by a test that misses none. @param {number} rate above 0 @param {number} [probability] */
export function testsToFindOne(rate, probability = 0.95) {
  if (rate === 1) return 1;
  // A quotient that is whole but for rounding must not be pushed up by one.
  return Math.max(1, Math.ceil(Math.log1p(-probability) / Math.log1p(-rate) - 1e-9));
}
