# Makes expected.csv: the plate of examples/synthetic-il1ra worked out in R.
# Run in this folder: Rscript expected.R > expected.csv
library(minpack.lm)
p <- read.csv("../../../../../../../../examples/synthetic-il1ra/raw/plate-il1ra.csv", comment.char = "#")
cat("# ", R.version.string, "; minpack.lm ", as.character(packageVersion("minpack.lm")),
  "; nlsLM(y ~ d + (a - d) / (1 + (x / c)^b), weights = 1/y^2)\n", sep = "")
p$y <- p$signal - mean(p$signal[p$kind == "blank"])
s <- subset(p, kind == "standard"); s$x <- s$concentration
fit <- nlsLM(y ~ d + (a - d) / (1 + (x / c)^b), s, start = list(a = 0.02, b = 1, c = 1000, d = 3), weights = 1 / s$y^2,
  control = nls.lm.control(ftol = 1e-15, ptol = 1e-15, gtol = 0, maxiter = 1000))
k <- coef(fit)
inv <- function(y) k["c"] * ((k["a"] - k["d"]) / (y - k["d"]) - 1)^(1 / k["b"])
cat("kind,name,value\n")
for (n in names(k)) cat("parameter,", n, ",", sprintf("%.12g", k[n]), "\n", sep = "")
for (n in names(k)) cat("error,", n, ",", sprintf("%.12g", summary(fit)$coefficients[n, 2]), "\n", sep = "")
for (x in unique(s$x)) cat("recovery,", x, ",", sprintf("%.12g", 100 * inv(mean(s$y[s$x == x])) / x), "\n", sep = "")
for (n in unique(subset(p, kind == "sample")$name)) {
  w <- subset(p, name == n); cat("sample,", n, ",", sprintf("%.12g", inv(mean(w$y)) * w$dilution[1]), "\n", sep = "")
  cat("cv,", n, ",", sprintf("%.12g", 100 * sd(w$y) / mean(w$y)), "\n", sep = "")
}
