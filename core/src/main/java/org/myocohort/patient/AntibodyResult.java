package org.myocohort.patient;

/// One antibody test.
///
/// @param antibody code in the antibody vocabulary
/// @param method `ELISA`, `line blot`, `immunoprecipitation`, ...
/// @param result what was found
/// @param titre as reported, `++` or a number
/// @param unit of the titre, empty where it has none
public record AntibodyResult(
    RowReference row,
    String column,
    String antibody,
    Value<String> method,
    Result result,
    Value<String> titre,
    String unit,
    Value<Moment> date) {

  /// What a test said.
  public enum Result {
    POSITIVE("positive"),
    WEAK_POSITIVE("weak positive"),
    EQUIVOCAL("equivocal"),
    NEGATIVE("negative"),
    NOT_TESTED("not tested");

    private final String code;

    Result(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public Truth truth() {
      return switch (this) {
        case POSITIVE, WEAK_POSITIVE -> Truth.TRUE;
        case NEGATIVE -> Truth.FALSE;
        case EQUIVOCAL, NOT_TESTED -> Truth.UNKNOWN;
      };
    }
  }
}
