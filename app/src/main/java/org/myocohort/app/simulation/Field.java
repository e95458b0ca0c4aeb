package org.myocohort.app.simulation;

import java.util.List;

/// One column as a Table Schema describes it.
///
/// @param name the header
/// @param kind what its cells hold
/// @param description one line
/// @param codes the only values allowed; empty for any
/// @param least smallest number allowed; meaningless unless `bounded`
/// @param most largest number allowed; meaningless unless `bounded`
/// @param bounded whether the numbers have limits
record Field(
    String name,
    Kind kind,
    String description,
    List<String> codes,
    int least,
    int most,
    boolean bounded) {

  /// What cells hold, with the type and the pattern that say so in a Table Schema.
  enum Kind {
    TEXT("string", ""),
    CODE("string", ""),
    WHOLE("integer", ""),
    NUMBER("number", ""),
    DATE("date", ""),
    /// A day, a month or a year: no type of Table Schema allows all three.
    PARTIAL_DATE("string", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"),
    /// A number that may stand behind `<` or `>`.
    MEASURED("string", "[<>]?[0-9]+(\\.[0-9]+)?");

    private final String type;
    private final String pattern;

    Kind(String type, String pattern) {
      this.type = type;
      this.pattern = pattern;
    }

    String type() {
      return type;
    }

    /// A regular expression for the whole cell; empty for none.
    String pattern() {
      return pattern;
    }
  }

  Field {
    codes = List.copyOf(codes);
  }

  static Field of(String name, Kind kind, String description) {
    return new Field(name, kind, description, List.of(), 0, 0, false);
  }

  static Field id(String description) {
    return of("id", Kind.TEXT, description);
  }

  static Field patient() {
    return of("patient", Kind.TEXT, "id of the patient");
  }

  Field oneOf(String... allowed) {
    return new Field(name, kind, description, List.of(allowed), least, most, bounded);
  }

  Field within(int smallest, int largest) {
    return new Field(name, kind, description, codes, smallest, largest, true);
  }
}
