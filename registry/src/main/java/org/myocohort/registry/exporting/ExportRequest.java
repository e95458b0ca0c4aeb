package org.myocohort.registry.exporting;

import java.util.Locale;

/// What somebody wants to take out of a study.
///
/// @param deidentified whether dates are shifted and everything left out that tells who somebody is
/// @param offsets whether a de-identified export counts days from day 0 instead of shifting dates
/// @param keepCentre whether a de-identified export names the centres
/// @param uniqueConfirmed whether the user has said that patients who are alone in their class may
///   be in it
/// @param reason why, for the audit; needed to take out patients who did not agree
public record ExportRequest(
    String study,
    Form form,
    boolean deidentified,
    boolean offsets,
    boolean keepCentre,
    Consent consent,
    boolean uniqueConfirmed,
    String reason) {

  /// How an export is written.
  public enum Form {
    /// A study folder that this program and others read; every cell as it was entered.
    FOLDER,
    /// A CSV file a table for spreadsheets, cells that look like formulas defused, and a code book.
    CSV,
    /// One workbook with a sheet a table and a code book.
    XLSX;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whose rows may leave. Patients known from publications only are not asked.
  public enum Consent {
    /// Those who agreed.
    GIVEN,
    /// Also those of whom nothing is recorded.
    NOT_RECORDED_TOO,
    /// Everybody, for moving a registry; needs a reason.
    ALL;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A whole study folder of those who agreed.
  public static ExportRequest folder(String study) {
    return new ExportRequest(study, Form.FOLDER, false, false, true, Consent.GIVEN, false, "");
  }

  /// The same with another rule of consent.
  public ExportRequest with(Consent rule, String why) {
    return new ExportRequest(
        study, form, deidentified, offsets, keepCentre, rule, uniqueConfirmed, why);
  }

  /// The same in another form.
  public ExportRequest as(Form other) {
    return new ExportRequest(
        study, other, deidentified, offsets, keepCentre, consent, uniqueConfirmed, reason);
  }

  /// The same without what tells who somebody is.
  public ExportRequest deidentified(boolean days, boolean centre, boolean confirmed) {
    return new ExportRequest(study, form, true, days, centre, consent, confirmed, reason);
  }
}
