package org.myocohort.app.guide;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.myocohort.care.guide.Guide;
import org.myocohort.care.source.SourcedText;

/// Everything clinical that ships with the program as sourced statements. A further kind of text is
/// a further line.
final class AuditedTexts {
  private static final List<Supplier<List<? extends SourcedText>>> KINDS =
      List.of(() -> Guide.shipped().treatments(), RuleTexts::all, LibraryTexts::all);

  private AuditedTexts() {}

  static Stream<SourcedText> all() {
    return KINDS.stream().flatMap(kind -> kind.get().stream());
  }
}
