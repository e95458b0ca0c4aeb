package org.myocohort.app.web.trial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.trials.TrialTexts;
import org.myocohort.app.web.Addresses;
import org.myocohort.care.trial.RecruitingStatus;
import org.myocohort.care.trial.Trial;

/// What the pages say about trials, in one language.
final class TrialWords {
  private final Texts texts;

  TrialWords(Texts texts) {
    this.texts = texts;
  }

  Texts texts() {
    return texts;
  }

  String text(String code, Object... values) {
    return texts.text(code, values);
  }

  /// The registry's number, or that none is known.
  String number(String id) {
    return TrialTexts.id(id, texts);
  }

  static String address(String id) {
    return "/trials/" + Addresses.segment(id);
  }

  String status(RecruitingStatus status) {
    return text("web.trials.status." + Texts.code(status));
  }

  /// The status as the record has it; a missing one is said to be missing.
  String status(Trial trial) {
    RecruitingStatus known = trial.status().recruiting();
    if (known != null) {
      return status(known);
    }
    return trial.status().written().isEmpty() ? missing() : trial.status().written();
  }

  String missing() {
    return text("web.trials.missing");
  }

  /// Of which day the status speaks.
  String asOf(Trial trial) {
    return switch (trial.provenance().kind()) {
      case TrialLibrary.RULES_ONLY -> text("web.trials.no-record");
      case TrialLibrary.GUIDE -> text("web.trials.as-of-guide", trial.provenance().snapshot());
      default -> text("web.trials.as-of", trial.provenance().snapshot());
    };
  }

  String phase(String code) {
    String key = "web.trials.phase." + code.toLowerCase(Locale.ROOT).replace('_', '-');
    return texts.has(key) ? text(key) : code;
  }

  String phases(Trial trial) {
    return orMissing(String.join(", ", trial.design().phases().stream().map(this::phase).toList()));
  }

  String orMissing(String value) {
    return value.isEmpty() ? missing() : value;
  }

  String joined(List<String> values) {
    return orMissing(String.join("; ", values));
  }

  /// A site in a line.
  static String site(Trial.Site site) {
    return String.join(
        ", ",
        List.of(site.facility(), site.city(), site.state(), site.country()).stream()
            .filter(part -> !part.isEmpty())
            .toList());
  }

  String distance(@Nullable Double kilometres, Trial.@Nullable Site nearest) {
    if (kilometres == null || nearest == null) {
      return "";
    }
    String place = nearest.city().isEmpty() ? nearest.facility() : nearest.city();
    return text(
        "web.trials.distance",
        BigDecimal.valueOf(kilometres).setScale(0, RoundingMode.HALF_UP).toPlainString(),
        place,
        nearest.status().isEmpty()
            ? text("web.trials.site-status-missing")
            : siteStatus(nearest.status()));
  }

  String siteStatus(String written) {
    return RecruitingStatus.find(written).map(this::status).orElse(orMissing(written));
  }
}
