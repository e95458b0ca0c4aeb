package org.myocohort.app.taper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.taper.DoseBounds;
import org.myocohort.care.taper.PlanCalendar;
import org.myocohort.care.taper.PlanStep;
import org.myocohort.care.taper.Relapse;
import org.myocohort.care.taper.TaperAttempt;
import org.myocohort.care.taper.TaperPlan;
import org.myocohort.care.taper.TaperRules;
import org.myocohort.care.taper.TaperSettings;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Rule;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.CumulativeDose;

/// What the taper functions answer, in words of one language.
public final class TaperWords {
  private final Texts texts;

  public TaperWords(Texts texts) {
    this.texts = texts;
  }

  /// A reason or a remark of a plan.
  public String note(Note note) {
    return texts.text("taper.note." + note.code(), note.values());
  }

  /// `7.5`, `7.5 to 12.5`, `below 10`, `at least 20`, `not known`.
  public String dose(@Nullable DoseBounds dose) {
    if (dose == null) {
      return texts.text("taper.unknown");
    }
    BigDecimal most = dose.most();
    if (most == null) {
      return dose.least().signum() == 0
          ? texts.text("taper.unknown")
          : texts.text("taper.at-least", shown(dose.least()));
    }
    if (dose.isExact()) {
      return shown(dose.least());
    }
    return dose.below() && dose.least().signum() == 0
        ? texts.text("taper.below", shown(most))
        : texts.text("taper.range", shown(dose.least()), shown(most));
  }

  /// mg to one decimal.
  public static String shown(BigDecimal milligrams) {
    return Answer.decimal(milligrams.setScale(1, RoundingMode.HALF_UP));
  }

  /// A relapse in one sentence: when, at which dose, and the last one held.
  public String relapse(Relapse relapse, TaperSettings settings) {
    String what = texts.text("taper.kind." + relapse.flare().kind().code());
    if (!(relapse.flare().date() instanceof Value.Known<Moment>(Moment date))) {
      return texts.text("taper.sentence.undated", what);
    }
    List<String> sentence = new ArrayList<>();
    DoseBounds dose = relapse.dose();
    DoseBounds thatDay = relapse.doseThatDay();
    sentence.add(
        unknown(dose)
            ? texts.text("taper.sentence.no-dose", what, date)
            : texts.text("taper.sentence.relapse", what, date, dose(dose)));
    if (dose != null
        && thatDay != null
        && thatDay.isExact()
        && dose.isExact()
        && thatDay.least().compareTo(dose.least()) > 0) {
      sentence.add(texts.text("taper.sentence.raised-that-day", dose(thatDay)));
    }
    sentence.add(
        unknown(relapse.held())
            ? texts.text("taper.sentence.nothing-held", settings.heldDays())
            : texts.text("taper.sentence.held", settings.heldDays(), dose(relapse.held())));
    return String.join("; ", sentence) + ".";
  }

  private static boolean unknown(@Nullable DoseBounds dose) {
    return dose == null || (dose.most() == null && dose.least().signum() == 0);
  }

  /// The lowest dose that an attempt held.
  public String held(TaperAttempt attempt) {
    TaperAttempt.Held held = attempt.held();
    String text = held == null ? texts.text("taper.none-held") : shown(held.dose());
    return attempt.lowerMayHaveBeenHeld() ? texts.text("taper.lower-possible", text) : text;
  }

  public String end(TaperAttempt attempt) {
    BigDecimal raised = attempt.raisedTo();
    return texts.text("taper.end." + attempt.end().code(), raised == null ? "" : shown(raised));
  }

  public String truth(Truth truth) {
    return texts.text(
        switch (truth) {
          case TRUE -> "taper.yes";
          case FALSE -> "taper.no";
          case UNKNOWN -> "taper.unknown";
        });
  }

  /// Grams with two decimals, `at least` where something is open.
  public String grams(CumulativeDose dose) {
    String grams = grams(dose.atLeast());
    return dose.open().isEmpty() ? grams : texts.text("taper.at-least", grams);
  }

  static String grams(BigDecimal milligrams) {
    return Answer.decimal(milligrams.movePointLeft(3).setScale(2, RoundingMode.HALF_UP));
  }

  /// The statements that a plan rests on, each with its mark.
  public List<String> planRules() {
    return TaperRules.ofPlan().stream().map(this::rule).toList();
  }

  /// The statements that a history rests on, each with its mark.
  public List<String> historyRules(TaperSettings settings) {
    return TaperRules.ofHistory().stream().map(rule -> rule(rule, settings)).toList();
  }

  /// What the guideline for lung disease says, each with its mark.
  public List<String> beside() {
    return TaperRules.beside().stream().map(this::rule).toList();
  }

  private String rule(Rule rule) {
    return rule(rule, TaperSettings.DEFAULT);
  }

  private String rule(Rule rule, TaperSettings settings) {
    return texts.text(
            "taper.rule." + rule.code(),
            settings.heldDays(),
            shown(settings.lowDose()),
            shown(settings.abruptAbove()),
            settings.abruptAfterDays(),
            settings.gapDays(),
            settings.escalationDays())
        + " ["
        + texts.text("verification." + rule.verification().name().toLowerCase(Locale.ROOT))
        + (rule.source().equals("ours") || rule.source().equals("memory")
            ? ""
            : ": " + rule.source())
        + "]";
  }

  /// A plan as a calendar file.
  ///
  /// @param owner whose plan it is; only a digest of it is written
  public byte[] calendar(TaperPlan plan, String owner) {
    List<PlanCalendar.Words> words = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      PlanStep step = plan.steps().get(i);
      words.add(
          new PlanCalendar.Words(
              texts.text("taper.calendar.summary", shown(step.dose())),
              texts.text(
                      plan.lastDay(i).isPresent()
                          ? "taper.calendar.until"
                          : "taper.calendar.onwards",
                      shown(step.dose()),
                      step.from(),
                      plan.lastDay(i).map(Object::toString).orElse(""))
                  + "\n"
                  + texts.text("taper.not-a-device")
                  + " "
                  + texts.text("taper.not-reviewed")));
    }
    return PlanCalendar.write(plan, owner, texts.text("taper.calendar.name"), words);
  }

  /// Stands for the owner of a plan that belongs to no record: its own steps.
  public static String ownerOf(TaperPlan plan) {
    StringBuilder owner = new StringBuilder();
    for (PlanStep step : plan.steps()) {
      owner.append(step.from()).append(' ').append(shown(step.dose())).append('\n');
    }
    return owner.toString();
  }
}
