package org.myocohort.evidence.printed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.myocohort.statistics.reported.Assumption;
import org.myocohort.statistics.reported.FindingCode;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.Text;
import org.myocohort.statistics.reported.ReportedFinding;

/// Sizes that move: of one named group between documents, and of the included within a document.
final class GroupSizes {
  private static final Pattern GROUP =
      Pattern.compile(
          "\\b([A-Za-z][\\w-]*) (?:group|arm|cohort)s? ?[(\\[,] ?[nN] ?= ?("
              + Words.WHOLE
              + ") ?[)\\],;]");

  private static final Set<String> NO_NAME =
      Set.of(
          "the", "each", "a", "this", "that", "other", "both", "one", "study", "treatment", "per");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\d.,-])\\d{1,6}(?![\\d%-]|[.,]\\d"
              + "| ?(?:mg|g|kg|ml|h|hours?|days?|weeks?|months?|years?|min|%)\\b)");
  private static final int MOST_SIZES = 8;

  private record Named(int size, PrintedPlace place) {}

  private GroupSizes() {}

  /// A size of a group's name in a later document that no earlier document with that name prints.
  static List<DocumentFinding> between(List<Search> documents) {
    List<DocumentFinding> findings = new ArrayList<>();
    Map<String, List<Named>> earlier = new LinkedHashMap<>();
    for (Search document : documents) {
      Map<String, List<Named>> here = named(document);
      for (Map.Entry<String, List<Named>> group : here.entrySet()) {
        List<Named> before = earlier.getOrDefault(group.getKey(), List.of());
        Optional<Named> other =
            group.getValue().stream()
                .filter(one -> before.stream().noneMatch(two -> two.size() == one.size()))
                .findFirst();
        if (!before.isEmpty() && other.isPresent()) {
          PrintedPlace place = other.get().place();
          findings.add(
              new DocumentFinding(
                  ReportedFinding.of(
                      "L" + place.line(),
                      FindingCode.GROUP_SIZES_DIFFER,
                      List.of(Assumption.SAME_MEMBERS_AND_OUTCOME),
                      new Text(group.getKey()),
                      new Count(other.get().size()),
                      new Count(before.getFirst().size())),
                  place,
                  List.of(before.getFirst().place())));
        }
      }
      here.forEach(
          (name, sizes) -> earlier.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(sizes));
    }
    return findings;
  }

  private static Map<String, List<Named>> named(Search document) {
    Map<String, List<Named>> groups = new LinkedHashMap<>();
    for (Sentence sentence : document.sentences()) {
      Matcher matcher = GROUP.matcher(sentence.text());
      while (matcher.find()) {
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        int size = Words.whole(matcher.group(2));
        if (size >= 1 && !NO_NAME.contains(name)) {
          groups
              .computeIfAbsent(name, _ -> new ArrayList<>())
              .add(new Named(size, document.place(sentence, matcher.start(), matcher.end())));
        }
      }
    }
    return groups;
  }

  /// Whether the sentence has another number like it: an arm or a control group of its own.
  private static boolean besideAnother(Search document, Sizes.Size size) {
    Matcher number = NUMBER.matcher(document.sentences().get(size.sentence()).text());
    while (number.find()) {
      int other = Integer.parseInt(number.group());
      if (other < size.size() && 2 * other >= size.size()) {
        return true;
      }
    }
    return false;
  }

  /// The note that a fraction of a document is of a few members less than were included: some have
  /// no value. Fractions of much less are of subgroups.
  static Optional<DocumentFinding> within(Search document) {
    Optional<Sizes.Size> included =
        document.sizes().all().stream()
            .filter(size -> size.included() && size.size() >= 5)
            .findFirst();
    if (included.isEmpty() || besideAnother(document, included.get())) {
      return Optional.empty();
    }
    int n = included.get().size();
    Optional<Sizes.Size> fewer =
        document.sizes().all().stream()
            .filter(size -> size.count() != null)
            .filter(size -> size.size() < n && size.size() * 10L >= n * 8L)
            .findFirst();
    if (fewer.isEmpty()) {
      return Optional.empty();
    }
    Set<String> sizes = new LinkedHashSet<>();
    for (Sizes.Size size : document.sizes().all()) {
      if (size.size() < n && size.size() > 1) {
        int line = document.text().place(size.from(), size.to()).line();
        sizes.add(
            (size.count() == null ? "" + size.size() : size.count() + "/" + size.size())
                + " (L"
                + line
                + ")");
      }
    }
    PrintedPlace place = document.text().place(included.get().from(), included.get().to());
    return Optional.of(
        new DocumentFinding(
            ReportedFinding.of(
                "L" + place.line(),
                FindingCode.SIZES_MOVE,
                List.of(),
                new Count(n),
                new Text(sizes.stream().limit(MOST_SIZES).collect(Collectors.joining(", ")))),
            place,
            List.of(document.text().place(fewer.get().from(), fewer.get().to()))));
  }
}
