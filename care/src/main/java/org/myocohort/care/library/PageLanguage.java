package org.myocohort.care.library;

/// A language of the library, with the measure of how easily its texts read.
public enum PageLanguage {
  /// Flesch-Kincaid grade, at most 8.
  ENGLISH("en", 8) {
    @Override
    public double reading(Readability text) {
      return text.fleschKincaidGrade();
    }

    @Override
    public boolean isEasy(Readability text) {
      return reading(text) <= limit();
    }
  },

  /// Gulpease index, at least 60.
  ITALIAN("it", 60) {
    @Override
    public double reading(Readability text) {
      return text.gulpease();
    }

    @Override
    public boolean isEasy(Readability text) {
      return reading(text) >= limit();
    }
  };

  private final String code;
  private final double limit;

  PageLanguage(String code, double limit) {
    this.code = code;
    this.limit = limit;
  }

  /// `en` or `it`.
  public String code() {
    return code;
  }

  /// The highest grade (English) or the lowest index (Italian) that a page may have.
  public double limit() {
    return limit;
  }

  /// The figure by which texts of this language are measured.
  public abstract double reading(Readability text);

  /// Whether a text is within the limit.
  public abstract boolean isEasy(Readability text);

  /// Italian for `it`, English for every other language.
  public static PageLanguage of(String language) {
    return ITALIAN.code.equals(language) ? ITALIAN : ENGLISH;
  }
}
