package org.myocohort.app.review.folder;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.evidence.screening.ScreeningStage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a value by the word for it in files: `full-text`.
abstract class CodeConverter<E extends Enum<E>> implements ITypeConverter<E> {
  private final E[] values;

  CodeConverter(E[] values) {
    this.values = values;
  }

  @Override
  public E convert(String word) {
    return Arrays.stream(values)
        .filter(value -> Texts.code(value).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'"
                    + word
                    + "' is none of "
                    + Arrays.stream(values).map(Texts::code).collect(Collectors.joining(", "))));
  }

  static final class OfStage extends CodeConverter<ScreeningStage> {
    OfStage() {
      super(ScreeningStage.values());
    }
  }

  static final class OfSource extends CodeConverter<SourceKind> {
    OfSource() {
      super(SourceKind.values());
    }
  }
}
