# The table of scripts/validate. Reads a line a figure: row, role, outcome, model's value and its
# standard error, scale, times, unit, published, n, spread, low, high, compare, parameter.
# Exit status 1 if a row of the roles verify, calibrate or bound was missed.

function share(text,   part) { return split(text, part, "/") == 2 ? part[1] / part[2] : text + 0 }

function shown(x) {
  if (unit == "%") x *= 100
  return sprintf(x != 0 && (x < 0.01 && x > -0.01) ? "%.1e" : "%.3g", x) (unit == "%" ? " %" : "")
}

# 95 % predictive interval of k out of n for a probability known with a standard error: the
# beta-binomial law, or the binomial where the error is nothing. Into least and most.
function predict_count(p, error, n,   size, a, b, k, log_mass, below) {
  least = most = -1
  if (p <= 0) { least = most = 0; return }
  if (p >= 1) { least = most = n; return }
  size = error > 0 ? p * (1 - p) / error ^ 2 - 1 : 1e12
  if (size > 1e12) size = 1e12
  a = p * size; b = (1 - p) * size
  for (k = 0; k < n; ++k) log_mass += log((b + k) / (a + b + k))
  for (k = 0; k <= n; ++k) {
    below += exp(log_mass)
    if (least < 0 && below > 0.025) least = k
    if (below >= 0.975) { most = k; return }
    log_mass += log((n - k) / (k + 1) * (a + k) / (b + n - k - 1))
  }
  most = n
}

BEGIN {
  layout = "%-4s %-12s %-36s %8s  %-27s %9s  %-10s %s\n"
  printf layout, "row", "role", "outcome", "model", "95 % predicted at that n", "published", "verdict", "set by the row"
}

{
  row = $1; role = $2; outcome = $3; unit = $8; approximate = sub(/~/, "", $10); n = $10 + 0; compare = $14
  p = $4 * $6; error = $5 * $6
  value = 1 - (1 - p) ^ $7; if ($7 == 1) value = p
  error *= $7 * (1 - p) ^ ($7 - 1)
  published = share($9); interval = ""; good = 1
  if (compare == "count") {
    predict_count(value, error, n)
    k = sprintf("%.0f", published * n) + 0
    good = k >= least && k <= most
    interval = shown(least / n) " to " shown(most / n) " of " (approximate ? "~" : "") n
  } else if (compare == "mean") {
    reach = 1.96 * sqrt($11 ^ 2 / n + error ^ 2)
    good = published >= value - reach && published <= value + reach
    interval = shown(value - reach) " to " shown(value + reach)
  } else if (compare == "within") {
    good = value >= $12 && value <= $13
    interval = "in " shown($12 + 0) " to " shown($13 + 0)
  } else if (compare == "above") good = value > before
  else if (compare == "below") good = value < before
  before = value
  verdict = compare == "shown" ? "shown" : good ? "reproduced" : "missed"
  binding = role == "verify" || role == "calibrate" || role == "bound"
  if (binding) { ++rows; missed += !good }
  printf layout, row, role, outcome, shown(value), interval, $9 == "" ? "" : shown(published), verdict,
         $15 == "none" ? "" : $15
}

END {
  printf "\n%d of %d figures of the roles verify, calibrate and bound reproduced.", rows - missed, rows
  print " Nothing calibrated is validated."
  exit missed > 0
}
