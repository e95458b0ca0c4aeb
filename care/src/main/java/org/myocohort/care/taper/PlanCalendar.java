package org.myocohort.care.taper;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// A plan as a calendar file (RFC 5545): an event of whole days for each step.
///
/// `DTSTAMP` is the first moment of the plan's first day, not that of writing, so that the same
/// plan gives the same bytes. The identity of an event comes from the owner, the plan's start and
/// the step's first day: a calendar that reads a changed plan replaces the steps that begin on the
/// same days. The last step has no end; its event is its first day.
public final class PlanCalendar {
  private PlanCalendar() {}

  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  /// The words of an event.
  ///
  /// @param summary one line
  /// @param description more, with `\n` between lines
  public record Words(String summary, String description) {}

  /// Writes the file.
  ///
  /// @param owner whose plan it is, in any form that stays the same; only a digest of it is written
  /// @param name of the calendar
  /// @param words of each step, in their order
  public static byte[] write(TaperPlan plan, String owner, String name, List<Words> words) {
    StringBuilder file = new StringBuilder();
    line(file, "BEGIN:VCALENDAR");
    line(file, "VERSION:2.0");
    line(file, "PRODID:-//Myocohort//Taper plan//EN");
    line(file, "CALSCALE:GREGORIAN");
    line(file, "METHOD:PUBLISH");
    line(file, "X-WR-CALNAME:" + escaped(name));
    for (int i = 0; i < plan.steps().size(); i++) {
      LocalDate from = plan.steps().get(i).from();
      LocalDate last = plan.lastDay(i).orElse(from);
      line(file, "BEGIN:VEVENT");
      line(file, "UID:" + identity(owner, plan, from) + "@myocohort");
      line(file, "DTSTAMP:" + DAY.format(plan.start()) + "T000000Z");
      line(file, "DTSTART;VALUE=DATE:" + DAY.format(from));
      line(file, "DTEND;VALUE=DATE:" + DAY.format(last.plusDays(1)));
      line(file, "SUMMARY:" + escaped(words.get(i).summary()));
      line(file, "DESCRIPTION:" + escaped(words.get(i).description()));
      line(file, "TRANSP:TRANSPARENT");
      line(file, "END:VEVENT");
    }
    line(file, "END:VCALENDAR");
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String identity(String owner, TaperPlan plan, LocalDate from) {
    String text = owner + "\n" + plan.start() + "\n" + from;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\n", "\\n");
  }

  /// A content line, folded so that no line is longer than 75 octets and no letter is cut.
  private static void line(StringBuilder file, String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      int length = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST_LINE) {
        file.append("\r\n ");
        octets = 1;
      }
      file.appendCodePoint(letter);
      octets += length;
      i += Character.charCount(letter);
    }
    file.append("\r\n");
  }
}
