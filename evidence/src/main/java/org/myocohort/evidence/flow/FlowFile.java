package org.myocohort.evidence.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;

/// The numbers of somebody else's diagram, typed from a paper into a file:
///
///     title: Anakinra in antisynthetase syndrome
///     identified:
///       databases: 1250
///       sources:
///         - {kind: database, name: PubMed, count: 700}
///         - {kind: database, name: Embase, count: 550}
///     removed: {duplicates: 250}
///     screened: {records: 1000, excluded: 960}
///     retrieval: {sought: 40, not-retrieved: NR}
///     assessed:
///       reports: 38
///       reasons: [{reason: Other drug, count: 34}]
///     included: {studies: 3, reports: 4}
///
/// A number is a whole number from 0, or `NR` (also `not reported`) where the paper has the box and
/// not its number. A field that is left out is a line that the paper's diagram does not have.
/// `previous`, `other-methods`, `extra` and `explained` may follow.
public final class FlowFile {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final int MOST = 999_999_999;

  /// The field that holds the number of a kind of source.
  private static final Map<SourceKind, String> FIELDS =
      Map.of(
          SourceKind.DATABASE, "databases",
          SourceKind.REGISTER, "registers",
          SourceKind.WEBSITE, "websites",
          SourceKind.ORGANISATION, "organisations",
          SourceKind.CITATION_SEARCHING, "citation-searching",
          SourceKind.OTHER, "other");

  private static final Map<String, Identity> EXPLAINABLE =
      Arrays.stream(Identity.values())
          .filter(Identity::changesUnit)
          .collect(Collectors.toUnmodifiableMap(Identity::code, identity -> identity));

  private final String file;

  /// An explanation, and where it stands.
  private record Stated(YamlFields fields, ExplainedDifference difference) {}

  private FlowFile(String file) {
    this.file = file;
  }

  /// Reads the text of a file.
  ///
  /// @param file its name, for messages and for what a number was counted from
  /// @throws BadInputException with everything that is wrong in it; that its numbers do not fit
  ///   together is not wrong here, see [FlowArithmetic]
  public static FlowCounts read(String file, String text) throws BadInputException {
    Problems problems = new Problems();
    YamlFields root = YamlFile.read(file, text, problems);
    FlowFile reader = new FlowFile(file);
    Optional<FlowCounts> counts = reader.counts(root);
    root.refuseOthers();
    problems.throwIfAny();
    return counts.orElseThrow();
  }

  private Optional<FlowCounts> counts(YamlFields root) {
    Optional<String> title = root.requiredText("title");
    PreviousVersion previous = part(root, "previous", this::previous).orElse(null);
    Optional<Identified> identified = required(root, "identified", this::databases);
    Optional<Removed> removed =
        root.has("removed")
            ? part(root, "removed", this::removed)
            : Optional.of(
                new Removed(null, null, List.of(), Count.notReported(file + ":" + root.line())));
    Screening screening = part(root, "screened", this::screening).orElse(null);
    Optional<FullTexts> texts = fullTexts(root);
    OtherMethods other = part(root, "other-methods", this::otherMethods).orElse(null);
    Optional<Included> included = required(root, "included", this::included);
    List<ExtraBox> extra = new ArrayList<>();
    for (YamlFields fields : root.objects("extra")) {
      Count count = count(fields, "count");
      fields.requiredText("text").ifPresent(words -> extra.add(new ExtraBox(words, count)));
      fields.refuseOthers();
    }
    List<Stated> explained = explained(root);
    if (title.isEmpty()
        || identified.isEmpty()
        || removed.isEmpty()
        || texts.isEmpty()
        || included.isEmpty()) {
      return Optional.empty();
    }
    FlowCounts counts =
        new FlowCounts(
            title.get(),
            previous,
            identified.get(),
            removed.get(),
            screening,
            texts.get(),
            other,
            included.get(),
            extra,
            explained.stream().map(Stated::difference).toList());
    refuseIdle(explained, counts);
    return Optional.of(counts);
  }

  /// An explanation of an identity that the diagram does not have would stand there unread.
  private static void refuseIdle(List<Stated> explained, FlowCounts counts) {
    List<Identity> asked =
        FlowArithmetic.of(counts).stream().map(IdentityCheck::identity).distinct().toList();
    for (Stated each : explained) {
      Identity identity = each.difference().identity();
      if (!asked.contains(identity)) {
        each.fields().wrong("where", "flow-explains-nothing", identity.code());
      }
    }
  }

  private static <T> Optional<T> part(
      YamlFields root, String name, Function<YamlFields, Optional<T>> reader) {
    return root.object(name)
        .flatMap(fields -> {
          Optional<T> read = reader.apply(fields);
          fields.refuseOthers();
          return read;
        });
  }

  private static <T> Optional<T> required(
      YamlFields root, String name, Function<YamlFields, Optional<T>> reader) {
    return root.required(name) ? part(root, name, reader) : Optional.empty();
  }

  /// A number, that it is not reported, or null where the field is not there.
  private @Nullable Count count(YamlFields fields, String name) {
    Optional<String> text = fields.text(name);
    if (text.isEmpty()) {
      return null;
    }
    String from = file + ":" + fields.line(name);
    String written = text.get();
    if (written.equals("NR") || written.equals("not reported")) {
      return Count.notReported(from);
    }
    if (NUMBER.matcher(written).matches()) {
      return Count.of(Long.parseLong(written), from);
    }
    fields.wrong(name, "flow-count-expected", written);
    return null;
  }

  private Optional<Count> requiredCount(YamlFields fields, String name) {
    return fields.required(name) ? Optional.ofNullable(count(fields, name)) : Optional.empty();
  }

  private <T> List<T> named(
      YamlFields fields, String list, String name, BiFunction<String, Count, T> each) {
    List<T> found = new ArrayList<>();
    for (YamlFields item : fields.objects(list)) {
      Optional<String> text = item.requiredText(name);
      Optional<Count> count = requiredCount(item, "count");
      item.refuseOthers();
      if (text.isPresent() && count.isPresent()) {
        found.add(each.apply(text.get(), count.get()));
      }
    }
    return found;
  }

  private Optional<PreviousVersion> previous(YamlFields fields) {
    Optional<Count> studies = requiredCount(fields, "studies");
    Count reports = count(fields, "reports");
    return studies.map(each -> new PreviousVersion(each, reports));
  }

  private Optional<Identified> databases(YamlFields fields) {
    return identified(fields, false);
  }

  private Optional<Identified> identified(YamlFields fields, boolean otherMethods) {
    Map<String, SourceKind> kinds = new LinkedHashMap<>();
    for (SourceKind kind : SourceKind.values()) {
      if (kind.otherMethod() == otherMethods) {
        kinds.put(kind.code(), kind);
      }
    }
    Count printed = count(fields, "total");
    List<Source> sources = new ArrayList<>();
    for (YamlFields item : fields.objects("sources")) {
      Optional<SourceKind> kind =
          item.required("kind") ? item.oneOf("kind", kinds) : Optional.empty();
      Optional<String> name = item.requiredText("name");
      Optional<Count> count = requiredCount(item, "count");
      item.refuseOthers();
      if (kind.isPresent() && name.isPresent() && count.isPresent()) {
        sources.add(new Source(kind.get(), name.get(), count.get()));
      }
    }
    List<SourceGroup> groups = new ArrayList<>();
    for (SourceKind kind : kinds.values()) {
      Count ofKind = count(fields, FIELDS.getOrDefault(kind, kind.code()));
      List<Source> named = sources.stream().filter(each -> each.kind() == kind).toList();
      if (ofKind != null || !named.isEmpty()) {
        groups.add(new SourceGroup(kind, ofKind, named));
      }
    }
    return Optional.of(new Identified(groups, printed));
  }

  private Optional<Removed> removed(YamlFields fields) {
    return Optional.of(
        new Removed(
            count(fields, "duplicates"),
            count(fields, "automation"),
            named(fields, "reasons", "reason", Reason::new),
            count(fields, "total")));
  }

  private Optional<Screening> screening(YamlFields fields) {
    Optional<Count> records = requiredCount(fields, "records");
    Optional<Count> excluded = requiredCount(fields, "excluded");
    List<Reason> reasons = named(fields, "reasons", "reason", Reason::new);
    return records.flatMap(
        screened -> excluded.map(left -> new Screening(screened, left, reasons)));
  }

  /// Retrieval and full text, the fields `retrieval` and `assessed` of the file or of an arm.
  private Optional<FullTexts> fullTexts(YamlFields fields) {
    Optional<YamlFields> retrieval = fields.object("retrieval");
    Count sought = retrieval.flatMap(each -> requiredCount(each, "sought")).orElse(null);
    Count lost = retrieval.flatMap(each -> requiredCount(each, "not-retrieved")).orElse(null);
    retrieval.ifPresent(YamlFields::refuseOthers);
    return required(
        fields,
        "assessed",
        assessed -> {
          Optional<Count> reports = requiredCount(assessed, "reports");
          Count excluded = count(assessed, "excluded");
          List<Reason> reasons = named(assessed, "reasons", "reason", Reason::new);
          return (sought == null) == (lost == null)
              ? reports.map(each -> new FullTexts(sought, lost, each, excluded, reasons))
              : Optional.empty();
        });
  }

  private Optional<OtherMethods> otherMethods(YamlFields fields) {
    Optional<Identified> identified =
        required(fields, "identified", each -> identified(each, true));
    Optional<FullTexts> texts = fullTexts(fields);
    return identified.flatMap(found -> texts.map(each -> new OtherMethods(found, each)));
  }

  private Optional<Included> included(YamlFields fields) {
    Optional<Count> studies = requiredCount(fields, "studies");
    Count reports = count(fields, "reports");
    Count reportsOfPrevious = count(fields, "reports-of-previous");
    Count patients = count(fields, "patients");
    Count totalStudies = count(fields, "total-studies");
    Count totalReports = count(fields, "total-reports");
    Count pooledStudies = count(fields, "pooled-studies");
    Count pooledReports = count(fields, "pooled-reports");
    return studies.map(each ->
        new Included(
            each,
            reports,
            reportsOfPrevious,
            patients,
            totalStudies,
            totalReports,
            pooledStudies,
            pooledReports));
  }

  private static List<Stated> explained(YamlFields root) {
    List<Stated> explained = new ArrayList<>();
    for (YamlFields fields : root.objects("explained")) {
      Optional<Identity> identity =
          fields.required("where") ? fields.oneOf("where", EXPLAINABLE) : Optional.empty();
      Optional<Integer> difference =
          fields.required("difference")
              ? fields.wholeNumber("difference", -MOST, MOST)
              : Optional.empty();
      Optional<String> because = fields.requiredText("because");
      fields.refuseOthers();
      if (difference.isPresent() && difference.get() == 0) {
        fields.wrong("difference", "flow-difference-zero", "0");
      } else if (identity.isPresent() && difference.isPresent() && because.isPresent()) {
        explained.add(
            new Stated(
                fields, new ExplainedDifference(identity.get(), difference.get(), because.get())));
      }
    }
    return explained;
  }
}
