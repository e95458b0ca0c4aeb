package org.myocohort.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The options that every command takes.
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class CommonOptions {
  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.format")
  private Format format = Format.text;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "option.lang")
  private Texts.Language language = Texts.Language.en;

  public Format format() {
    return format;
  }

  public Texts texts() {
    return Texts.of(language);
  }
}
