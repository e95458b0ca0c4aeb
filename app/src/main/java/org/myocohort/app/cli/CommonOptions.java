package org.myocohort.app.cli;

import picocli.CommandLine.Option;

/// The options that every command takes.
public final class CommonOptions {
  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.format")
  private Format format = Format.text;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "option.lang")
  private Texts.Language language = Texts.Language.en;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "option.help")
  private boolean help;

  public Format format() {
    return format;
  }

  public Texts texts() {
    return Texts.of(language);
  }
}
