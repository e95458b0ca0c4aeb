package org.myocohort.patient;

/// Something that happened on a day: a flare, an admission, a death.
///
/// @param kind what it was
/// @param note a few words, as recorded
public record ClinicalEvent(RowReference row, Kind kind, Value<Moment> date, String note) {

  public enum Kind {
    FLARE("flare"),
    RELAPSE("relapse"),
    ADMISSION("admission"),
    INFECTION("infection"),
    /// Of a vaccine of which it is not said whether it was live.
    VACCINATION("vaccination"),
    LIVE_VACCINATION("live-vaccination"),
    INACTIVATED_VACCINATION("inactivated-vaccination"),
    PREGNANCY("pregnancy"),
    CANCER("cancer"),
    DEATH("death"),
    OTHER("other");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
