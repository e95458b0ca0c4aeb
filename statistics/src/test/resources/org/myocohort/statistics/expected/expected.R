# Makes expected.csv: numbers of R against which the tests compare.
# Run: Rscript expected.R > expected.csv     (R 4.2.2; packages and versions are printed in the file)
# A row: case, method, options, x, y, field, value, call. Values with 17 digits.
suppressMessages({
  library(exactRankTests); library(coin); library(survival); library(boot)
  library(effectsize)
})
options(warn = -1, digits = 17)
cat("# ", R.version.string, "; ", sep = "")
cat(paste(sapply(c("exactRankTests", "coin", "survival", "boot", "effectsize"),
  function(p) paste(p, packageVersion(p))), collapse = ", "), "\n", sep = "")
cat("case,method,options,x,y,field,value,call\n")
num <- function(v) paste(format(v, digits = 17, trim = TRUE, scientific = FALSE), collapse = " ")
lst <- function(v) paste(sapply(v, function(e) format(e, digits = 17)), collapse = " ")
val <- function(v) if (length(v) == 0 || is.na(v)) "NA" else sprintf("%.17g", v)
row <- function(case, method, options, x, y, field, value, call)
  cat(case, method, options, lst(x), lst(y), field, val(value),
    paste0("\"", gsub("\"", "'", call), "\""), sep = ",", fill = FALSE, "\n")
row <- function(case, method, options, x, y, field, value, call)
  cat(paste(case, method, options, lst(x), lst(y), field, val(value),
    paste0("\"", gsub("\"", "'", call), "\""), sep = ","), "\n", sep = "")
alts <- c("two.sided", "less", "greater")
alt <- function(a) c(two.sided = "two-sided", less = "less", greater = "greater")[[a]]

# Signed rank: exact with ties and zeros, conditional on the ranks seen.
signed <- list(
  plain3 = c(1.1, 2.2, 3.4), plain6 = c(0.8, -1.3, 2.1, 3.7, 4.4, 5.9),
  plain12 = c(1.83, 0.5, 1.62, 2.48, -1.68, 1.88, 1.55, -3.06, 1.3, -0.29, 6.1, 7.7),
  ties = c(1, -2, 2, 3, 5, 5, -1, 4), zeros = c(1, -2, 2, 3, 0, 5, 5, -1, 4, 0),
  allpositive = c(3, 3, 4, 5, 6), tied3 = c(2, 2, 2), one = c(4), identical = c(-1, -1, -1, -1, -1, -1),
  balanced = c(-3, 3, -1, 1, 2, -2))
for (k in names(signed)) {
  d <- signed[[k]]; z <- rep(0, length(d)); tz <- any(d == 0) || any(duplicated(abs(d)))
  for (a in alts) {
    e <- wilcox.exact(d, alternative = a)
    row(k, "signed-rank", alt(a), d, z, "p", e$p.value, paste0("exactRankTests::wilcox.exact(x, alternative='", a, "')"))
    b <- wilcox.test(d, alternative = a, exact = FALSE, correct = TRUE)
    row(k, "signed-rank", alt(a), d, z, "p_asymptotic", b$p.value, paste0("wilcox.test(x, exact=FALSE, correct=TRUE, alternative='", a, "')"))
    if (!tz) {
      b <- wilcox.test(d, alternative = a)
      row(k, "signed-rank", alt(a), d, z, "p", b$p.value, paste0("wilcox.test(x, alternative='", a, "')"))
    }
  }
  row(k, "signed-rank", "two-sided", d, z, "statistic", wilcox.test(d, exact = FALSE)$statistic, "wilcox.test(x)$statistic")
  nz <- d[d != 0]; w <- outer(nz, nz, "+") / 2; w <- w[!lower.tri(w)]
  row(k, "signed-rank", "two-sided", d, z, "estimate", median(w), "median(Walsh averages of x[x != 0])")
  if (!tz && length(d) >= 6) for (a in alts) {
    b <- wilcox.test(d, conf.int = TRUE, alternative = a)
    row(k, "signed-rank", alt(a), d, z, "lower", b$conf.int[1], paste0("wilcox.test(x, conf.int=TRUE, alternative='", a, "')"))
    row(k, "signed-rank", alt(a), d, z, "upper", b$conf.int[2], paste0("wilcox.test(x, conf.int=TRUE, alternative='", a, "')"))
  }
  if (!tz && length(d) < 6) {
    b <- wilcox.test(d, conf.int = TRUE)
    row(k, "signed-rank", "two-sided", d, z, "widest_lower", b$conf.int[1], "wilcox.test(x, conf.int=TRUE), level not achievable")
    row(k, "signed-rank", "two-sided", d, z, "widest_upper", b$conf.int[2], "wilcox.test(x, conf.int=TRUE), level not achievable")
  }
  if (length(d) > 1) for (a in alts) row(k, "signed-rank", paste(alt(a), "pratt"), d, z, "p",
    as.numeric(pvalue(wilcoxsign_test(d ~ z, zero.method = "Pratt", distribution = "exact", alternative = a))),
    paste0("coin::wilcoxsign_test(x ~ 0, zero.method='Pratt', distribution='exact', alternative='", a, "')"))
  if (!any(d == 0) && length(d) > 2 && k != "identical") { # effectsize turns the sign of -1
    r <- rank_biserial(d, mu = 0, ci = 0.95, verbose = FALSE)
    row(k, "signed-rank", "two-sided", d, z, "rank_biserial", r$r_rank_biserial, "effectsize::rank_biserial(x)")
    if (abs(r$r_rank_biserial) < 1) {
      row(k, "signed-rank", "two-sided", d, z, "rank_biserial_lower", r$CI_low, "effectsize::rank_biserial(x)")
      row(k, "signed-rank", "two-sided", d, z, "rank_biserial_upper", r$CI_high, "effectsize::rank_biserial(x)")
    }
  }
}

# Rank sum.
sums <- list(
  plain = list(c(1.1, 3.3, 5.2), c(2.2, 7.1, 8.4, 9.9)), plain12 = list(c(12.1, 8.3, 15.2, 9.9, 11.4, 10.7), c(13.3, 18.1, 14.4, 12.8, 20.2, 16.6)),
  ties = list(c(1, 2, 2, 5, 7), c(2, 3, 8, 9, 9, 9, 12, 5)), swapped = list(c(2, 3, 8, 9, 9, 9, 12, 5), c(1, 2, 2, 5, 7)),
  one = list(c(3), c(1, 2, 4)), separated = list(c(1, 2, 3), c(4, 5, 6)), identical = list(c(1, 1, 1), c(1, 1, 1)),
  tied3 = list(c(1, 1, 2), c(2, 2, 3)), zeros = list(c(0, 0, 0, 0, 2), c(0, 0, 5, 6, 7, 9)))
for (k in names(sums)) {
  x <- sums[[k]][[1]]; y <- sums[[k]][[2]]; g <- factor(rep(1:2, c(length(x), length(y)))); v <- c(x, y)
  tied <- any(duplicated(v))
  for (a in alts) {
    row(k, "rank-sum", alt(a), x, y, "p", wilcox.exact(x, y, alternative = a)$p.value, paste0("exactRankTests::wilcox.exact(x, y, alternative='", a, "')"))
    if (length(unique(v)) > 1) row(k, "rank-sum", alt(a), x, y, "p",
      as.numeric(pvalue(wilcox_test(v ~ g, distribution = "exact", alternative = a))),
      paste0("coin::wilcox_test(v ~ g, distribution='exact', alternative='", a, "')"))
    if (k != "identical" || a == "two.sided") row(k, "rank-sum", alt(a), x, y, "p_asymptotic", wilcox.test(x, y, alternative = a, exact = FALSE)$p.value, paste0("wilcox.test(x, y, exact=FALSE, alternative='", a, "')"))
    if (!tied) row(k, "rank-sum", alt(a), x, y, "p", wilcox.test(x, y, alternative = a)$p.value, paste0("wilcox.test(x, y, alternative='", a, "')"))
  }
  row(k, "rank-sum", "two-sided", x, y, "statistic", wilcox.test(x, y, exact = FALSE)$statistic, "wilcox.test(x, y)$statistic")
  row(k, "rank-sum", "two-sided", x, y, "estimate", median(outer(x, y, "-")), "median(outer(x, y, '-'))")
  if (!tied && choose(length(v), length(x)) > 40) for (a in alts) {
    b <- wilcox.test(x, y, conf.int = TRUE, alternative = a)
    row(k, "rank-sum", alt(a), x, y, "lower", b$conf.int[1], paste0("wilcox.test(x, y, conf.int=TRUE, alternative='", a, "')"))
    row(k, "rank-sum", alt(a), x, y, "upper", b$conf.int[2], paste0("wilcox.test(x, y, conf.int=TRUE, alternative='", a, "')"))
  }
  r <- rank_biserial(x, y, verbose = FALSE)
  row(k, "rank-sum", "two-sided", x, y, "rank_biserial", r$r_rank_biserial, "effectsize::rank_biserial(x, y)")
  if (abs(r$r_rank_biserial) < 1) row(k, "rank-sum", "two-sided", x, y, "rank_biserial_lower", r$CI_low, "effectsize::rank_biserial(x, y)")
}

# Sign test.
for (k in c("plain12", "zeros", "tied3", "allpositive", "one")) { d <- signed[[k]]; nz <- sum(d != 0); s <- sum(d > 0)
  for (a in alts) row(k, "sign", alt(a), d, 0 * d, "p", binom.test(s, nz, alternative = a)$p.value, paste0("binom.test(sum(x > 0), sum(x != 0), alternative='", a, "')"))
  row(k, "sign", "two-sided", d, 0 * d, "estimate", median(d), "median(x)")
  q <- qbinom(0.025, length(d), 0.5)
  row(k, "sign", "two-sided", d, 0 * d, "lower", if (q > 0) sort(d)[q] else -Inf, "sort(x)[qbinom(0.025, n, 0.5)]")
  row(k, "sign", "two-sided", d, 0 * d, "upper", if (q > 0) rev(sort(d))[q] else Inf, "rev(sort(x))[qbinom(0.025, n, 0.5)]") }

# Correlations.
perms <- function(n) if (n == 1) matrix(1) else { p <- perms(n - 1); do.call(rbind, lapply(1:n, function(i) cbind(i, ifelse(p >= i, p + 1, p)))) }
cors <- list(
  three = list(c(1, 2, 3), c(2, 4, 7)), six = list(c(1.2, 2.5, 3.1, 4.7, 5.5, 6.2), c(2.1, 1.9, 4.4, 3.8, 6.5, 5.1)),
  nine = list(c(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1), c(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8)),
  twelve = list(c(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), c(3, 1, 2, 6, 4, 5, 9, 12, 7, 8, 10, 11)),
  ties = list(c(1, 2, 2, 3, 4, 4, 5), c(1, 1, 2, 3, 3, 5, 4)), heavy = list(c(0, 0, 0, 1, 1, 1), c(1, 1, 2, 2, 3, 3)),
  negative = list(c(1, 2, 3, 4, 5, 6, 7), c(9, 8.5, 8.8, 6, 6.5, 3, 2)), onesided = list(c(0, 0, 0, 0, 1, 2, 3), c(0, 0, 0, 5, 6, 1, 7)))
for (k in names(cors)) {
  x <- cors[[k]][[1]]; y <- cors[[k]][[2]]; n <- length(x); tied <- any(duplicated(x)) || any(duplicated(y))
  for (a in alts) {
    c1 <- cor.test(x, y, alternative = a)
    call <- paste0("cor.test(x, y, alternative='", a, "')")
    row(k, "pearson", alt(a), x, y, "p", c1$p.value, call)
    if (!is.null(c1$conf.int)) { row(k, "pearson", alt(a), x, y, "lower", c1$conf.int[1], call); row(k, "pearson", alt(a), x, y, "upper", c1$conf.int[2], call) }
    c3 <- cor.test(x, y, method = "kendall", alternative = a, exact = FALSE)
    row(k, "kendall", alt(a), x, y, "p_asymptotic", c3$p.value, paste0("cor.test(x, y, method='kendall', exact=FALSE, alternative='", a, "')"))
    c2 <- cor.test(x, y, method = "spearman", alternative = a, exact = FALSE)
    row(k, "spearman", alt(a), x, y, "p_asymptotic", c2$p.value, paste0("cor.test(x, y, method='spearman', exact=FALSE, alternative='", a, "')"))
    if (!tied) {
      c3 <- cor.test(x, y, method = "kendall", alternative = a)
      row(k, "kendall", alt(a), x, y, "p", c3$p.value, paste0("cor.test(x, y, method='kendall', alternative='", a, "')"))
      c2 <- cor.test(x, y, method = "spearman", alternative = a)
      row(k, "spearman", alt(a), x, y, if (n > 9) "p_edgeworth" else "p", c2$p.value, paste0("cor.test(x, y, method='spearman', alternative='", a, "')"))
    }
  }
  row(k, "pearson", "two-sided", x, y, "estimate", cor(x, y), "cor(x, y)")
  row(k, "pearson", "two-sided", x, y, "statistic", cor.test(x, y)$statistic, "cor.test(x, y)$statistic")
  row(k, "spearman", "two-sided", x, y, "estimate", cor(x, y, method = "spearman"), "cor(x, y, method='spearman')")
  row(k, "spearman", "two-sided", x, y, "statistic", cor.test(x, y, method = "spearman")$statistic, "cor.test(x, y, method='spearman')$statistic")
  row(k, "kendall", "two-sided", x, y, "estimate", cor(x, y, method = "kendall"), "cor(x, y, method='kendall')")
  row(k, "kendall", "two-sided", x, y, "statistic", cor.test(x, y, method = "kendall")$statistic, "cor.test(x, y, method='kendall')$statistic")
  if (n <= 7) {
    P <- perms(n); call <- "all permutations of y, |T - E| >= |t - E|"
    f <- function(x, y) { t <- apply(P, 1, function(i) sum(x * y[i])); o <- sum(x * y); e <- sum(x) * sum(y) / n
      c(mean(abs(t - e) >= abs(o - e) - 1e-9), mean(t <= o + 1e-9), mean(t >= o - 1e-9)) }
    s <- f(rank(x), rank(y)); p <- f(x, y)
    S <- function(y) sum(sign(outer(x, x, "-")) * sign(outer(y, y, "-")))
    t <- apply(P, 1, function(i) S(y[i])); o <- S(y); kd <- c(mean(abs(t) >= abs(o)), mean(t <= o), mean(t >= o))
    for (i in 1:3) { a <- alt(alts[i])
      row(k, "spearman", a, x, y, "p", s[i], call); row(k, "pearson", a, x, y, "p_permutation", p[i], call); row(k, "kendall", a, x, y, "p", kd[i], call) }
  }
}

# Proportions and rates.
for (xn in list(c(0, 8), c(3, 3), c(1, 12), c(5, 9), c(7, 10), c(0, 1), c(12, 12), c(40, 100))) for (p0 in c(0.5, 0.2)) for (a in alts) {
  b <- binom.test(xn[1], xn[2], p0, alternative = a); o <- paste(alt(a), p0); call <- paste0("binom.test(", xn[1], ", ", xn[2], ", ", p0, ", alternative='", a, "')")
  for (f in c("p", "lower", "upper")) row("binomial", "binomial", o, xn[1], xn[2], f, switch(f, p = b$p.value, lower = b$conf.int[1], upper = b$conf.int[2]), call)
  pa <- prop.test(xn[1], xn[2], p0, alternative = a)$p.value
  row("binomial", "binomial", o, xn[1], xn[2], "p_asymptotic", pa, sub("binom", "prop", call))
}
blaker <- function(x, n, level = 0.95, step = 2e-7) { # Blaker 2000, appendix, with a fine step
  acc <- function(p) { p1 <- 1 - pbinom(x - 1, n, p); p2 <- pbinom(x, n, p); a1 <- p1 + pbinom(qbinom(p1, n, p) - 1, n, p)
    a2 <- p2 + 1 - pbinom(qbinom(1 - p2, n, p), n, p); pmin(a1, a2) }
  lo <- 0; if (x > 0) { p <- seq(qbeta((1 - level) / 2, x, n - x + 1), x / n, by = step); lo <- p[which(acc(p) >= 1 - level)[1]] }
  hi <- 1; if (x < n) { p <- seq(qbeta((1 + level) / 2, x + 1, n - x), x / n, by = -step); hi <- p[which(acc(p) >= 1 - level)[1]] }
  c(lo, hi) }
for (xn in list(c(0, 8), c(3, 3), c(1, 12), c(5, 9), c(7, 10), c(3, 10), c(40, 100), c(2, 30))) { b <- blaker(xn[1], xn[2])
  row("blaker", "blaker", "two-sided", xn[1], xn[2], "lower", b[1], "acceptbin of Blaker 2000, step 2e-7")
  row("blaker", "blaker", "two-sided", xn[1], xn[2], "upper", b[2], "acceptbin of Blaker 2000, step 2e-7") }
for (xt in list(c(0, 12.5), c(3, 10), c(11, 4.2), c(1, 1), c(7, 7), c(137, 24.19))) for (a in alts) for (r in c(1, 0.4)) {
  b <- poisson.test(xt[1], xt[2], r, alternative = a); o <- paste(alt(a), r); call <- paste0("poisson.test(", xt[1], ", ", xt[2], ", ", r, ", alternative='", a, "')")
  for (f in c("p", "lower", "upper")) row("rate", "poisson-rate", o, xt[1], xt[2], f, switch(f, p = b$p.value, lower = b$conf.int[1], upper = b$conf.int[2]), call) }
for (q in list(c(11, 6, 800, 900), c(0, 5, 10, 12), c(3, 0, 7, 9), c(2, 2, 5, 5), c(1, 7, 3, 30))) for (a in alts) {
  b <- poisson.test(q[1:2], q[3:4], alternative = a); call <- paste0("poisson.test(c(", q[1], ",", q[2], "), c(", q[3], ",", q[4], "), alternative='", a, "')")
  for (f in c("p", "lower", "upper", "estimate")) row("ratio", "rate-ratio", alt(a), q[1:2], q[3:4], f, switch(f, p = b$p.value, lower = b$conf.int[1], upper = b$conf.int[2], estimate = b$estimate), call) }

# Tables. The odds ratio of fisher.test is found to 1e-4 only; here with a tight root search.
tight <- function(m, conf.level = 0.95, alternative = "two.sided") { x <- m[1, 1]; r <- sum(m[1, ]); s <- sum(m[2, ]); k <- sum(m[, 1])
  lo <- max(0, k - s); hi <- min(k, r); sup <- lo:hi; logdc <- dhyper(sup, r, s, k, log = TRUE)
  dn <- function(l) { d <- logdc + l * sup; d <- exp(d - max(d)); d / sum(d) }
  root <- function(f) exp(uniroot(f, c(-60, 60), tol = 1e-14, maxiter = 10000)$root)
  al <- if (alternative == "two.sided") (1 - conf.level) / 2 else 1 - conf.level
  e <- if (x == lo) 0 else if (x == hi) Inf else root(function(l) sum(sup * dn(l)) - x)
  l <- if (x == lo || alternative == "less") 0 else root(function(l) sum(dn(l)[sup >= x]) - al)
  u <- if (x == hi || alternative == "greater") Inf else root(function(l) sum(dn(l)[sup <= x]) - al)
  c(e, l, u) }
for (t in list(c(3, 1, 1, 3), c(10, 2, 3, 15), c(0, 4, 5, 0), c(1, 0, 4, 7), c(0, 3, 0, 4), c(3, 0, 4, 2), c(2, 7, 8, 2))) { m <- matrix(t, 2, byrow = TRUE)
  for (a in alts) { f <- fisher.test(m, alternative = a); call <- paste0("fisher.test(matrix(c(", paste(t, collapse = ","), "), 2, byrow=TRUE), alternative='", a, "')")
    row("fisher", "fisher", alt(a), t[1:2], t[3:4], "p", f$p.value, call)
    if (all(rowSums(m) > 0) && all(colSums(m) > 0)) { e <- tight(m, alternative = a); n <- paste(call, "with root tolerance 1e-14")
      row("fisher", "fisher", alt(a), t[1:2], t[3:4], "estimate", e[1], n); row("fisher", "fisher", alt(a), t[1:2], t[3:4], "lower", e[2], n); row("fisher", "fisher", alt(a), t[1:2], t[3:4], "upper", e[3], n) } } }
larger <- list(list(2, c(3, 1, 2, 0, 4, 5)), list(3, c(3, 1, 0, 1, 4, 2, 0, 2, 5)), list(3, c(2, 0, 1, 5, 0, 3, 4, 1, 1, 1, 0, 6)), list(4, c(1, 2, 3, 0, 4, 1, 2, 2)), list(3, c(8, 3, 2, 1, 9, 4, 0, 2, 7, 5, 1, 3)), list(2, c(0, 3, 2, 0, 4, 1)))
for (l in larger) { m <- matrix(l[[2]], l[[1]], byrow = TRUE)
  row("larger", "fisher-larger", l[[1]], l[[2]], 0, "p", fisher.test(m)$p.value, paste0("fisher.test(matrix(x, ", l[[1]], ", byrow=TRUE))")) }
for (q in list(c(5, 1, 8), c(3, 0, 6), c(10, 4, 4), c(2, 7, 1), c(0, 0, 3), c(20, 15, 5))) { m <- matrix(c(q[1], q[3], q[2], 0), 2)
  for (a in alts) { b <- binom.test(q[2], q[2] + q[3], alternative = a)
    row("mcnemar", "mcnemar", alt(a), q, 0, "p", b$p.value, paste0("binom.test(b, b + c, alternative='", a, "')"))
    row("mcnemar", "mcnemar", alt(a), q, 0, "lower", b$conf.int[1] / (1 - b$conf.int[1]), "binom.test()$conf.int as odds")
    row("mcnemar", "mcnemar", alt(a), q, 0, "upper", b$conf.int[2] / (1 - b$conf.int[2]), "binom.test()$conf.int as odds") }
  row("mcnemar", "mcnemar", "two-sided", q, 0, "p_asymptotic", mcnemar.test(m)$p.value, "mcnemar.test(m)")
  row("mcnemar", "mcnemar", "two-sided", q, 0, "chi_squared", mcnemar.test(m)$statistic, "mcnemar.test(m)$statistic")
  row("mcnemar", "mcnemar", "two-sided", q, 0, "mid_p", min(1, 2 * pbinom(min(q[2:3]), q[2] + q[3], 0.5) - dbinom(q[2], q[2] + q[3], 0.5)), "2 pbinom(min(b, c), b + c, 0.5) - dbinom(b, b + c, 0.5)") }

# Survival; x = times, y = event (and group after |).
surv <- list(
  small = list(c(1, 2, 2, 3, 5, 8, 8, 9), c(0, 1, 0, 1, 1, 0, 1, 1)), flat = list(c(1, 2, 3, 4), c(1, 1, 0, 1)), none = list(c(3, 4, 5), c(0, 0, 0)),
  all = list(c(2, 2, 3, 5, 9, 11), rep(1, 6)), one = list(c(4), c(1)), aml = list(survival::aml$time, survival::aml$status), half = list(c(1, 2, 3, 4, 5, 6), c(1, 1, 1, 0, 0, 1)))
for (k in names(surv)) { x <- surv[[k]][[1]]; y <- surv[[k]][[2]]; s <- survfit(Surv(x, y) ~ 1, conf.type = "log-log"); call <- "survfit(Surv(x, y) ~ 1, conf.type='log-log')"
  for (i in seq_along(s$time)) { row(k, "kaplan-meier", "", x, y, paste0("survival_", i), s$surv[i], call)
    row(k, "kaplan-meier", "", x, y, paste0("lower_", i), s$lower[i], call); row(k, "kaplan-meier", "", x, y, paste0("upper_", i), s$upper[i], call)
    if (s$surv[i] > 0) row(k, "kaplan-meier", "", x, y, paste0("se_", i), s$surv[i] * s$std.err[i], call) }
  t <- summary(s, rmean = max(x))$table; call <- "summary(survfit(..., conf.type='log-log'), rmean=max(x))$table"
  row(k, "kaplan-meier", "", x, y, "median", t[["median"]], call); row(k, "kaplan-meier", "", x, y, "median_lower", t[["0.95LCL"]], call); row(k, "kaplan-meier", "", x, y, "median_upper", t[["0.95UCL"]], call)
  row(k, "kaplan-meier", "", x, y, "rmean", t[[5]], call); row(k, "kaplan-meier", "", x, y, "rmean_se", t[[6]], call)
  if (max(x) > 3 && min(x) < 3) { t <- summary(s, rmean = 3)$table; row(k, "kaplan-meier", "3", x, y, "rmean", t[[5]], "rmean=3"); row(k, "kaplan-meier", "3", x, y, "rmean_se", t[[6]], "rmean=3") } }
lr <- list(
  small = list(c(4, 6, 8, 8, 12, 13, 5, 7, 7, 9, 10), c(1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1), rep(1:2, c(6, 5))),
  untied = list(c(4, 6, 8, 12, 13, 5, 7, 9, 10), c(1, 1, 0, 1, 0, 1, 1, 1, 1), rep(1:2, c(5, 4))),
  aml = list(survival::aml$time, survival::aml$status, as.integer(survival::aml$x)), three = list(c(1, 2, 3, 4, 5, 6, 7, 8, 9), c(1, 1, 0, 1, 1, 1, 0, 1, 1), rep(1:3, 3)),
  noevent1 = list(c(5, 6, 7, 1, 2, 3), c(0, 0, 0, 1, 1, 1), rep(1:2, each = 3)))
for (k in names(lr)) { x <- lr[[k]][[1]]; y <- lr[[k]][[2]]; g <- lr[[k]][[3]]; s <- survdiff(Surv(x, y) ~ g); call <- "survdiff(Surv(time, event) ~ group)"
  f <- function(field, v, call) row(k, "log-rank", lst(g), x, y, field, v, call)
  f("statistic", s$chisq, call); f("p", pchisq(s$chisq, length(s$n) - 1, lower.tail = FALSE), call)
  f("observed_1", s$obs[1], call); f("expected_1", s$exp[1], call)
  if (length(s$n) == 2) { f("variance", s$var[1, 1], call); if (k == "untied" || k == "noevent1") f("p_exact", as.numeric(pvalue(logrank_test(Surv(x, y) ~ factor(g), distribution = "exact"))), "coin::logrank_test(distribution='exact')")
    if (length(x) < 15) { H <- sapply(x, function(u) { q <- unique(x[y == 1 & x <= u]); sum(sapply(q, function(v) sum(x == v & y == 1) / sum(x >= v))) }); a <- y - H
      W <- combn(length(x), sum(g == 1), function(i) sum(a[i])); o <- sum(a[g == 1]); f("p_exact", mean(abs(W) >= abs(o) - 1e-9), "all choices of the first group, scores event - Nelson-Aalen") } } }
cr <- list(small = list(c(1, 2, 2, 3, 5, 8, 8, 9), c(1, 2, 0, 1, 2, 0, 1, 1)), two = list(c(1, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10), c(1, 2, 1, 0, 1, 2, 2, 0, 1, 1, 0, 2)))
for (k in names(cr)) { x <- cr[[k]][[1]]; y <- cr[[k]][[2]]; s <- survfit(Surv(x, factor(y, 0:2)) ~ 1)
  for (i in seq_along(s$time)) for (c in 1:2) row(k, "aalen-johansen", "", x, y, paste0("incidence_", c, "_", i), s$pstate[i, c + 1], "survfit(Surv(x, factor(y)) ~ 1)$pstate")
  for (i in seq_along(s$time)) for (c in 1:2) row(k, "aalen-johansen", "", x, y, paste0("se_", c, "_", i), s$std.err[i, c + 1], "survfit(Surv(x, factor(y)) ~ 1)$std.err") }

# Adjustments; missing as NA.
for (p in list(c(0.01, 0.04, 0.03, NA, 0.005), c(0.5, 0.9, 0.9, 1), c(0.02), c(0.001, 0.001, 0.01, 0.2, 0.049, 0.05)))
  for (m in c("holm", "BH")) { q <- p.adjust(p, m); for (i in seq_along(p)) row("adjust", tolower(m), "", p, 0, paste0("adjusted_", i), q[i], paste0("p.adjust(p, '", m, "')")) }

# Descriptives.
for (x in list(c(3, 1, 4, 1, 5, 9, 2, 6), c(2.5, 2.5, 2.5), c(-1, 0, 7), c(10, 100, 1000), c(1, 2), c(5))) { n <- length(x)
  f <- function(field, v, call, o = "7") row("describe", "describe", o, x, 0, field, v, call)
  f("estimate", mean(x), "mean(x)"); f("sd", sd(x), "sd(x)"); f("median", median(x), "median(x)"); f("min", min(x), "min(x)"); f("max", max(x), "max(x)")
  for (t in 1:9) { f("q1", quantile(x, 0.25, type = t), paste0("quantile(x, 0.25, type=", t, ")"), t); f("q3", quantile(x, 0.75, type = t), paste0("quantile(x, 0.75, type=", t, ")"), t) }
  if (all(x > 0)) f("geometric_mean", exp(mean(log(x))), "exp(mean(log(x)))")
  if (n > 1 && sd(x) > 0) { ci <- t.test(x)$conf.int; f("lower", ci[1], "t.test(x)$conf.int"); f("upper", ci[2], "t.test(x)$conf.int") } }

# Bootstrap intervals from given resamples.
set.seed(42); x <- c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3); b <- boot(x, function(d, i) mean(d[i]), R = 199)
ci <- boot.ci(b, type = c("perc", "bca")); L <- empinf(b, type = "jack")
row("bootstrap", "bootstrap", "", x, b$t, "percentile_lower", ci$percent[4], "boot.ci(boot(x, mean), type='perc')"); row("bootstrap", "bootstrap", "", x, b$t, "percentile_upper", ci$percent[5], "boot.ci(boot(x, mean), type='perc')")
ci <- boot.ci(b, type = "bca", L = L)
row("bootstrap", "bootstrap", "", x, b$t, "bca_lower", ci$bca[4], "boot.ci(boot(x, mean), type='bca', L=empinf(type='jack'))"); row("bootstrap", "bootstrap", "", x, b$t, "bca_upper", ci$bca[5], "boot.ci(boot(x, mean), type='bca', L=empinf(type='jack'))")
