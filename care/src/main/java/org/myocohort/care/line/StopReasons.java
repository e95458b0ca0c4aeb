package org.myocohort.care.line;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.myocohort.exchange.yaml.ShippedFile;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.patient.Value;

/// Reads recorded reasons for stopping by the lists of `stop-reasons.yaml`.
public final class StopReasons {
  private static final StopReasons SHIPPED =
      ShippedFile.read(StopReasons.class, "stop-reasons.yaml", StopReasons::new);

  /// @param words as a text between spaces
  private record Phrase(String words, StopReason reason) {}

  private final List<Phrase> phrases = new ArrayList<>();
  private final Set<String> negations;

  private StopReasons(YamlFields file) {
    for (StopReason reason :
        List.of(StopReason.INEFFICACY, StopReason.INTOLERANCE, StopReason.OTHER)) {
      for (String words : file.texts(reason.code())) {
        phrases.add(new Phrase(spaced(words), reason));
      }
    }
    negations = Set.copyOf(file.texts("negations"));
    file.refuseOthers();
    // The longest first: "no response" is read before its "response" could be.
    phrases.sort((a, b) -> Integer.compare(b.words().length(), a.words().length()));
  }

  /// Reads a recorded reason.
  public static StopReason read(Value<String> recorded) {
    if (!(recorded instanceof Value.Known<String>(String text))) {
      return StopReason.NOT_RECORDED;
    }
    Set<StopReason> named = SHIPPED.named(text);
    return named.size() == 1 ? named.iterator().next() : StopReason.NOT_READ;
  }

  /// Every reason that a recorded text names; none where it names none of the lists, denies one, or
  /// is missing.
  public static Set<StopReason> named(Value<String> recorded) {
    return recorded instanceof Value.Known<String>(String text) ? SHIPPED.named(text) : Set.of();
  }

  private Set<StopReason> named(String text) {
    String rest = spaced(text);
    Set<StopReason> found = EnumSet.noneOf(StopReason.class);
    for (Phrase phrase : phrases) {
      int at = rest.indexOf(phrase.words());
      while (at >= 0) {
        if (isNegated(rest, at)) {
          return Set.of();
        }
        found.add(phrase.reason());
        rest = rest.substring(0, at) + " ; " + rest.substring(at + phrase.words().length());
        at = rest.indexOf(phrase.words());
      }
    }
    return found;
  }

  private boolean isNegated(String text, int at) {
    List<String> before = List.of(text.substring(0, at).strip().split(" ", -1));
    return negations.contains(before.getLast());
  }

  /// Words in lower case between single spaces, so that a phrase is found as whole words.
  private static String spaced(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}'-]+", " ").strip() + " ";
  }
}
