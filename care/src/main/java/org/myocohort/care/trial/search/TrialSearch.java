package org.myocohort.care.trial.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.TrialJson;
import org.myocohort.care.trial.store.TrialFolder;

/// The index of the imported trials: made anew when what is imported has changed.
public final class TrialSearch implements AutoCloseable {
  private static final String FINGERPRINT = "fingerprint.txt";

  private static final String NUMBER = "number";
  private static final String COUNTRY_NAME = "country-name";
  private static final String CITY = "city";

  /// Changed whenever a field of the index is.
  private static final String FORM = "2\n";

  private static final Map<String, Float> FIELDS =
      Map.of("title", 4f, "id", 8f, "condition", 3f, "intervention", 3f, "text", 1f, "sponsor", 1f);

  private final Directory directory;
  private final DirectoryReader reader;
  private final Analyzer analyzer;

  private TrialSearch(Directory directory, Analyzer analyzer) throws IOException {
    this.directory = directory;
    this.analyzer = analyzer;
    this.reader = DirectoryReader.open(directory);
  }

  /// Is told how far the making of the index has come.
  @FunctionalInterface
  public interface Progress {
    void done(int done, int total);
  }

  /// The words of a search are not in the query language.
  public static final class NotAQueryException extends Exception {
    private static final long serialVersionUID = 1L;

    NotAQueryException(Exception cause) {
      super(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""), cause);
    }
  }

  /// Opens the index, making it where it is missing or old.
  ///
  /// @param others trials that stand in no file, such as those of the guide
  /// @param indexed is told how many of how many trials have been indexed
  public static TrialSearch open(TrialFolder folder, List<Trial> others, Progress indexed)
      throws IOException {
    return open(folder, TrialFolder.INDEX, others, indexed);
  }

  /// The same with an index of a name of its own, for who keeps it open while others may make
  /// theirs.
  public static TrialSearch open(
      TrialFolder folder, String name, List<Trial> others, Progress indexed) throws IOException {
    Path path = folder.path().resolve(name);
    Path mark = path.resolveSibling(name + "-" + FINGERPRINT);
    String now =
        FORM
            + folder.fingerprint()
            + others.stream().map(each -> each.id() + "\n").collect(Collectors.joining());
    Analyzer analyzer = new EnglishAnalyzer();
    Directory directory = new NIOFSDirectory(path);
    if (!Files.exists(mark) || !Files.readString(mark).equals(now)) {
      Files.deleteIfExists(mark);
      index(directory, analyzer, folder, others, indexed);
      Files.writeString(mark, now, StandardCharsets.UTF_8);
    }
    return new TrialSearch(directory, analyzer);
  }

  private static void index(
      Directory directory,
      Analyzer analyzer,
      TrialFolder folder,
      List<Trial> others,
      Progress indexed)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(directory, config);
        TrialFolder.Reading reading = folder.read()) {
      int count = 0;
      Set<String> ids = reading.ids();
      for (String id : ids) {
        writer.addDocument(document(reading.find(id).orElseThrow()));
        indexed.done(++count, ids.size());
      }
      for (Trial other : others) {
        if (!ids.contains(other.id())) {
          writer.addDocument(document(other));
        }
      }
    }
  }

  private static Document document(Trial trial) {
    Document document = new Document();
    document.add(
        new TextField("id", trial.id() + " " + String.join(" ", trial.otherIds()), Field.Store.NO));
    document.add(
        new TextField(
            "title",
            String.join(
                " ", trial.title().brief(), trial.title().official(), trial.title().acronym()),
            Field.Store.NO));
    trial
        .conditions()
        .forEach(each -> document.add(new TextField("condition", each, Field.Store.NO)));
    trial
        .keywords()
        .forEach(each -> document.add(new TextField("condition", each, Field.Store.NO)));
    trial
        .interventions()
        .forEach(each -> document.add(new TextField("intervention", each.name(), Field.Store.NO)));
    document.add(
        new TextField(
            "text",
            String.join(
                " ",
                trial.summary(),
                trial.description(),
                trial.eligibility().text(),
                String.join(" ", trial.outcomes())),
            Field.Store.NO));
    document.add(new TextField("sponsor", trial.sponsor().name(), Field.Store.NO));
    trial
        .design()
        .phases()
        .forEach(phase -> document.add(new StringField("phase", phase, Field.Store.NO)));
    if (trial.status().recruiting() != null) {
      document.add(new StringField("status", trial.status().recruiting().name(), Field.Store.NO));
    }
    trial
        .everyCountry()
        .forEach(each -> {
          document.add(new StringField("country", key(each), Field.Store.NO));
          document.add(new SortedSetDocValuesField(COUNTRY_NAME, new BytesRef(each.strip())));
        });
    for (Trial.Site site : trial.sites()) {
      if (site.latitude() != null && site.longitude() != null) {
        document.add(new LatLonPoint("place", site.latitude(), site.longitude()));
        if (!site.city().isBlank()) {
          String city = site.city() + ", " + site.country();
          document.add(
              new SortedSetDocValuesField(
                  CITY, new BytesRef(city + "\t" + site.latitude() + "\t" + site.longitude())));
        }
      }
    }
    document.add(new StoredField("trial", TrialJson.line(trial)));
    document.add(new StringField(NUMBER, trial.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(NUMBER, new BytesRef(trial.id())));
    return document;
  }

  private static String key(String country) {
    return country.strip().toLowerCase(Locale.ROOT);
  }

  /// The trials that answer a query, the best or, where a place is named, the nearest first.
  public List<FoundTrial> find(TrialQuery query) throws IOException, NotAQueryException {
    TrialQuery.Place near = query.near();
    IndexSearcher searcher = new IndexSearcher(reader);
    StoredFields stored = searcher.storedFields();
    List<FoundTrial> found = new ArrayList<>();
    int most = near == null ? query.most() : Math.max(1, reader.numDocs());
    for (ScoreDoc hit : searcher.search(lucene(query), Math.max(1, most)).scoreDocs) {
      Trial trial = TrialJson.read(stored.document(hit.doc).get("trial"));
      found.add(near == null ? new FoundTrial(trial, null, null) : nearest(trial, near));
    }
    if (near != null) {
      found.sort(
          Comparator.comparing(
              FoundTrial::kilometres, Comparator.nullsLast(Comparator.naturalOrder())));
    }
    return found.size() > query.most() ? found.subList(0, query.most()) : found;
  }

  /// How many trials answer a query.
  public int count(TrialQuery query) throws IOException, NotAQueryException {
    return new IndexSearcher(reader).count(lucene(query));
  }

  /// What is known of the trial with a number.
  public Optional<Trial> trial(String id) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    for (ScoreDoc hit : searcher.search(new TermQuery(new Term(NUMBER, id)), 1).scoreDocs) {
      return Optional.of(TrialJson.read(searcher.storedFields().document(hit.doc).get("trial")));
    }
    return Optional.empty();
  }

  /// How many trials are known.
  public int size() {
    return reader.numDocs();
  }

  /// The countries of all trials as the records word them, in order.
  public List<String> countries() throws IOException {
    return values(COUNTRY_NAME);
  }

  /// The cities that have a site with a place, such as `Milan, Italy`, in order.
  public SequencedMap<String, TrialQuery.Place> cities() throws IOException {
    SequencedMap<String, TrialQuery.Place> cities = new LinkedHashMap<>();
    for (String value : values(CITY)) {
      String[] parts = value.split("\t", -1);
      cities.putIfAbsent(
          parts[0],
          new TrialQuery.Place(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
    }
    return cities;
  }

  private List<String> values(String field) throws IOException {
    List<String> values = new ArrayList<>();
    SortedSetDocValues all = MultiDocValues.getSortedSetValues(reader, field);
    if (all != null) {
      TermsEnum terms = all.termsEnum();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        values.add(term.utf8ToString());
      }
    }
    return values;
  }

  private Query lucene(TrialQuery query) throws NotAQueryException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(query.words().isBlank() ? new MatchAllDocsQuery() : words(query.words()), Occur.MUST);
    anyOf(all, "phase", query.phases());
    anyOf(all, "status", query.statuses().stream().map(Enum::name).toList());
    anyOf(all, "country", query.countries().stream().map(TrialSearch::key).toList());
    for (String condition : query.conditions()) {
      QueryParser parser = new QueryParser("condition", analyzer);
      parser.setDefaultOperator(QueryParser.Operator.AND);
      all.add(parse(parser, QueryParser.escape(condition)), Occur.MUST);
    }
    TrialQuery.Place near = query.near();
    if (near != null) {
      all.add(
          LatLonPoint.newDistanceQuery(
              "place", near.latitude(), near.longitude(), query.withinKilometres() * 1000),
          Occur.FILTER);
    }
    return all.build();
  }

  private static FoundTrial nearest(Trial trial, TrialQuery.Place near) {
    double least = Double.MAX_VALUE;
    Trial.@Nullable Site nearest = null;
    for (Trial.Site site : trial.sites()) {
      if (site.latitude() != null && site.longitude() != null) {
        double distance =
            near.kilometresTo(new TrialQuery.Place(site.latitude(), site.longitude()));
        if (distance < least) {
          least = distance;
          nearest = site;
        }
      }
    }
    return new FoundTrial(trial, nearest == null ? null : least, nearest);
  }

  private static void anyOf(BooleanQuery.Builder all, String field, List<String> values) {
    if (!values.isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      values.forEach(value -> any.add(new TermQuery(new Term(field, value)), Occur.SHOULD));
      all.add(any.build(), Occur.FILTER);
    }
  }

  private Query words(String words) throws NotAQueryException {
    MultiFieldQueryParser parser =
        new MultiFieldQueryParser(
            FIELDS.keySet().stream().sorted().toArray(String[]::new), analyzer, FIELDS);
    parser.setDefaultOperator(QueryParser.Operator.AND);
    return parse(parser, words);
  }

  private static Query parse(QueryParser parser, String words) throws NotAQueryException {
    try {
      return parser.parse(words);
    } catch (ParseException wrong) {
      throw new NotAQueryException(wrong);
    } catch (IllegalArgumentException | TooComplexToDeterminizeException wrong) {
      // A pattern between slashes.
      throw new NotAQueryException(wrong);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
    analyzer.close();
  }
}
