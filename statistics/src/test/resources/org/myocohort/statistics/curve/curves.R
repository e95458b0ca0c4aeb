# Makes curves.csv: numbers of R against which CurveFitTest compares.
# Run: Rscript curves.R > curves.csv
# A row: case, model, weighting, x, y, field, value, call.
library(minpack.lm)
options(warn = 1, digits = 17)
cat("# ", R.version.string, "; minpack.lm ", as.character(packageVersion("minpack.lm")), "\n", sep = "")
cat("case,model,weighting,x,y,field,value,call\n")
lst <- function(v) paste(sprintf("%.17g", v), collapse = " ")
out <- function(case, model, w, x, y, field, value, call)
  cat(paste(case, model, w, lst(x), lst(y), field, sprintf("%.17g", value), paste0("\"", call, "\""), sep = ","), "\n", sep = "")
f <- function(x, a, b, c, d, g) d + (a - d) / (1 + (x / c)^b)^g
set.seed(20261123)
lv <- 4000 / 2^(0:7); dup <- rep(lv, each = 2); wide <- rep(10000 / 4^(0:8), each = 3)
noise <- function(y, cv) round(y * (1 + cv * rnorm(length(y))), 4)
cases <- list(
  rising = list(x = dup, y = noise(f(dup, 0.06, 1.15, 900, 3.1, 1), 0.03), s = c(0.06, 1.15, 900, 3.1, 1)),
  noisy = list(x = dup, y = noise(f(dup, 0.1, 1.3, 700, 2.4, 1), 0.10), s = c(0.1, 1.3, 700, 2.4, 1)),
  falling = list(x = dup, y = noise(f(dup, 2.2, 0.9, 300, 0.08, 1), 0.03), s = c(2.2, 0.9, 300, 0.08, 1)),
  fallingzero = list(x = c(0, 0, dup), y = noise(f(c(0, 0, dup), 2.2, 0.9, 300, 0.08, 1), 0.02), s = c(2.2, 0.9, 300, 0.08, 1)),
  skewed = list(x = wide, y = noise(f(wide, 0.05, 0.8, 2500, 3.6, 2.6), 0.02), s = c(0.05, 0.8, 2500, 3.6, 2.6)),
  skewedother = list(x = wide, y = noise(f(wide, 0.05, 2.2, 90, 3.0, 0.35), 0.02), s = c(0.05, 2.2, 90, 3.0, 0.35)),
  fallingskewed = list(x = wide, y = noise(f(wide, 2.9, 1.1, 400, 0.15, 0.6), 0.02), s = c(2.9, 1.1, 400, 0.15, 0.6)),
  single = list(x = lv, y = noise(f(lv, 0.05, 1.1, 1200, 3.3, 1), 0.03), s = c(0.05, 1.1, 1200, 3.3, 1)),
  counts = list(x = dup / 1000, y = round(noise(f(dup / 1000, 150, 1.4, 0.8, 61000, 1), 0.04)), s = c(150, 1.4, 0.8, 61000, 1)))
models <- list(`4pl` = y ~ d + (a - d) / (1 + (x / c)^b), `5pl` = y ~ d + (a - d) / (1 + (x / c)^b)^g)
ws <- list(none = function(y) rep(1, length(y)), `1/y` = function(y) 1 / y, `1/y2` = function(y) 1 / y^2)
for (k in names(cases)) for (m in names(models)) for (w in names(ws)) {
  if (m == "5pl" && !grepl("skewed", k)) next
  x <- cases[[k]]$x; y <- cases[[k]]$y; s <- as.list(setNames(cases[[k]]$s, c("a", "b", "c", "d", "g")))
  if (m == "4pl") s$g <- NULL
  wt <- ws[[w]](y)
  fit <- nlsLM(models[[m]], start = s, weights = wt,
    control = nls.lm.control(ftol = 1e-15, ptol = 1e-15, gtol = 0, maxiter = 1000))
  call <- paste0("nlsLM(", deparse(models[[m]], width.cutoff = 200), ", weights = ", w, ", control = nls.lm.control(ftol = 1e-15, ptol = 1e-15, gtol = 0, maxiter = 1000))")
  co <- summary(fit)$coefficients
  for (p in rownames(co)) { out(k, m, w, x, y, p, co[p, 1], call); out(k, m, w, x, y, paste0("se_", p), co[p, 2], call) }
  out(k, m, w, x, y, "rss", sum(wt * (y - fitted(fit))^2), paste0("sum(w * (y - fitted)^2) of ", call))
  # Limits of a dose by the delta method, derivatives by differences.
  th <- coef(fit); if (m == "4pl") th <- c(th, g = 1)
  y0 <- unname(f(2 * exp(mean(log(x[x > 0]))), th["a"], th["b"], th["c"], th["d"], th["g"]))
  lx <- function(q, yy) { if (length(q) == 4) q <- c(q, 1); log(q[3] * (((q[1] - q[4]) / (yy - q[4]))^(1 / q[5]) - 1)^(1 / q[2])) }
  q <- unname(coef(fit))
  dth <- sapply(seq_along(q), function(i) { h <- abs(q[i]) * 1e-5; u <- v <- q; u[i] <- u[i] + h; v[i] <- v[i] - h; (lx(u, y0) - lx(v, y0)) / (2 * h) })
  h <- abs(y0) * 1e-5; dy <- (lx(q, y0 + h) - lx(q, y0 - h)) / (2 * h)
  w0 <- ws[[w]](y0); s2 <- summary(fit)$sigma^2
  se <- sqrt(dy^2 * s2 / (2 * w0) + drop(t(dth) %*% vcov(fit) %*% dth))
  t0 <- qt(0.975, df.residual(fit))
  out(k, m, w, x, y, "y0", y0, "a response")
  out(k, m, w, x, y, "dose", exp(lx(q, y0)), "inverse of the curve at y0")
  out(k, m, w, x, y, "lower", exp(lx(q, y0) - t0 * se), "delta method on log(dose), mean of 2 responses, qt(0.975, df)")
  out(k, m, w, x, y, "upper", exp(lx(q, y0) + t0 * se), "delta method on log(dose), mean of 2 responses, qt(0.975, df)")
}
