package org.myocohort.app.cli;

/// How an answer is printed; named as typed after `--format`.
public enum Format {
  text,
  csv,
  json
}
