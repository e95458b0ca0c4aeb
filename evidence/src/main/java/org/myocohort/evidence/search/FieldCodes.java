package org.myocohort.evidence.search;

import static org.myocohort.evidence.search.Field.ABSTRACT;
import static org.myocohort.evidence.search.Field.AFFILIATION;
import static org.myocohort.evidence.search.Field.ANY;
import static org.myocohort.evidence.search.Field.AUTHOR;
import static org.myocohort.evidence.search.Field.AUTHOR_KEYWORD;
import static org.myocohort.evidence.search.Field.HEADING_WORD;
import static org.myocohort.evidence.search.Field.IDENTIFIER;
import static org.myocohort.evidence.search.Field.JOURNAL;
import static org.myocohort.evidence.search.Field.LANGUAGE;
import static org.myocohort.evidence.search.Field.ORIGINAL_TITLE;
import static org.myocohort.evidence.search.Field.PUBLICATION_TYPE;
import static org.myocohort.evidence.search.Field.SUBHEADING;
import static org.myocohort.evidence.search.Field.SUBSTANCE;
import static org.myocohort.evidence.search.Field.TITLE;
import static org.myocohort.evidence.search.Field.YEAR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The field codes of each dialect; the first code of some fields is the one to write.
final class FieldCodes {
  private static final Map<Dialect, FieldCodes> ALL =
      Map.of(
          Dialect.PUBMED,
          new FieldCodes()
              .code(List.of("tiab", "title/abstract"), TITLE, ABSTRACT, AUTHOR_KEYWORD)
              .code(
                  List.of("tw", "text word", "text words"),
                  TITLE,
                  ABSTRACT,
                  AUTHOR_KEYWORD,
                  HEADING_WORD,
                  SUBSTANCE,
                  SUBHEADING,
                  PUBLICATION_TYPE)
              .code(List.of("ti", "title"), TITLE)
              .code(List.of("ab", "abstract"), ABSTRACT)
              .code(List.of("ot", "other term"), AUTHOR_KEYWORD)
              .code(List.of("tt", "transliterated title"), ORIGINAL_TITLE)
              .code(List.of("nm", "supplementary concept", "substance name"), SUBSTANCE)
              .code(List.of("au", "author", "1au", "fau", "lastau", "cn", "ir"), AUTHOR)
              .code(List.of("ad", "affiliation"), AFFILIATION)
              .code(List.of("ta", "journal", "jour", "jt"), JOURNAL)
              .code(List.of("pt", "publication type", "ptyp"), PUBLICATION_TYPE)
              .code(List.of("la", "language", "lang"), LANGUAGE)
              .code(
                  List.of("dp", "date - publication", "publication date", "pdat", "edat", "crdt"),
                  YEAR)
              .code(List.of("sh", "mesh subheading", "subheading"), SUBHEADING)
              .code(List.of("pmid", "uid", "aid", "lid", "doi", "si", "pmcid", "rn"), IDENTIFIER)
              .code(List.of("all", "all fields"), ANY),
          Dialect.EMBASE,
          new FieldCodes()
              .code(List.of("ti"), TITLE)
              .code(List.of("ab"), ABSTRACT)
              .code(List.of("kw"), AUTHOR_KEYWORD)
              .code(List.of("tt"), ORIGINAL_TITLE)
              .code(List.of("de"), HEADING_WORD)
              .code(List.of("tn", "rn", "mn", "dn", "df"), SUBSTANCE)
              .code(List.of("au"), AUTHOR)
              .code(List.of("ad", "ff", "oa"), AFFILIATION)
              .code(List.of("jt", "ta"), JOURNAL)
              .code(List.of("it"), PUBLICATION_TYPE)
              .code(List.of("la"), LANGUAGE)
              .code(List.of("py", "pd"), YEAR)
              .code(List.of("lnk"), SUBHEADING)
              .code(List.of("id", "ui", "doi", "is"), IDENTIFIER),
          Dialect.OVID,
          new FieldCodes()
              .code(
                  List.of("mp"),
                  TITLE,
                  ABSTRACT,
                  ORIGINAL_TITLE,
                  SUBSTANCE,
                  HEADING_WORD,
                  AUTHOR_KEYWORD)
              .code(List.of("tw"), TITLE, ABSTRACT)
              .code(List.of("ti"), TITLE)
              .code(List.of("ab"), ABSTRACT)
              .code(List.of("kf", "kw"), AUTHOR_KEYWORD)
              .code(List.of("ot"), ORIGINAL_TITLE)
              .code(List.of("hw", "sh"), HEADING_WORD)
              .code(List.of("nm", "rn", "tn", "dm", "dv", "dq", "rw", "px", "rx"), SUBSTANCE)
              .code(List.of("au", "fa"), AUTHOR)
              .code(List.of("in"), AFFILIATION)
              .code(List.of("jn", "jw", "ja"), JOURNAL)
              .code(List.of("pt"), PUBLICATION_TYPE)
              .code(List.of("la", "lg"), LANGUAGE)
              .code(List.of("yr", "dp", "dt", "ed", "ez", "da", "up"), YEAR)
              .code(List.of("fs", "xs"), SUBHEADING)
              .code(List.of("ui", "an", "is", "si", "do"), IDENTIFIER)
              .code(List.of("af"), ANY),
          Dialect.COCHRANE,
          new FieldCodes()
              .code(List.of("ti"), TITLE)
              .code(List.of("ab"), ABSTRACT)
              .code(List.of("kw"), AUTHOR_KEYWORD, HEADING_WORD, SUBSTANCE)
              .code(List.of("au"), AUTHOR)
              .code(List.of("so"), JOURNAL)
              .code(List.of("pt"), PUBLICATION_TYPE)
              .code(List.of("la"), LANGUAGE)
              .code(List.of("doi", "an"), IDENTIFIER),
          Dialect.PROQUEST,
          new FieldCodes()
              .code(List.of("ti", "title"), TITLE)
              .code(List.of("ab", "abstract"), ABSTRACT)
              .code(List.of("if", "diskw"), AUTHOR_KEYWORD)
              .code(List.of("su", "mesh", "emb", "mjsub"), HEADING_WORD)
              .code(List.of("sub", "tn", "rn"), SUBSTANCE)
              .code(List.of("ott"), ORIGINAL_TITLE)
              .code(List.of("au", "author"), AUTHOR)
              .code(List.of("af", "org"), AFFILIATION)
              .code(List.of("pub", "jn"), JOURNAL)
              .code(List.of("dtype", "rtype", "at"), PUBLICATION_TYPE)
              .code(List.of("la", "lang"), LANGUAGE)
              .code(List.of("yr", "pd", "py"), YEAR)
              .code(List.of("an", "doi", "issn"), IDENTIFIER)
              .code(List.of("noft", "all", "anywhere"), ANY));

  private final SequencedMap<String, Set<Field>> codes = new LinkedHashMap<>();

  private FieldCodes() {}

  static FieldCodes of(Dialect dialect) {
    FieldCodes codes = ALL.get(dialect);
    if (codes == null) {
      throw new IllegalArgumentException("no field codes of " + dialect);
    }
    return codes;
  }

  private FieldCodes code(List<String> names, Field... fields) {
    for (String name : names) {
      codes.put(name, EnumSet.copyOf(Arrays.asList(fields)));
    }
    return this;
  }

  /// What codes joined by commas cover; empty where one of them is unknown.
  Optional<Scope> find(String joined) {
    EnumSet<Field> fields = EnumSet.noneOf(Field.class);
    List<String> names = new ArrayList<>();
    for (String each : joined.split(",", -1)) {
      String name = each.strip().toLowerCase(Locale.ROOT);
      Set<Field> covered = codes.get(name);
      if (covered == null) {
        return Optional.empty();
      }
      names.add(name);
      fields.addAll(covered);
    }
    return Optional.of(new Scope(String.join(",", names), fields));
  }

  /// The scope that comes closest to some fields: one code, or, where the dialect joins codes,
  /// several that cover one field each. The default where none covers any.
  Scope closest(Set<Field> fields, boolean joins) {
    if (fields.contains(ANY)) {
      return Scope.DEFAULT;
    }
    List<Scope> candidates = new ArrayList<>();
    if (joins) {
      List<String> single = new ArrayList<>();
      for (Field field : fields) {
        String code = codeOf(Set.of(field));
        if (code != null) {
          single.add(code);
        }
      }
      if (!single.isEmpty()) {
        find(String.join(",", single)).ifPresent(candidates::add);
      }
    }
    codes.forEach((code, covered) -> candidates.add(new Scope(code, covered)));
    Scope best = Scope.DEFAULT;
    int least = fields.size();
    for (Scope candidate : candidates) {
      int difference = difference(fields, candidate.fields());
      // A joined code comes first, so that it wins where it is as close.
      if (difference < least) {
        best = candidate;
        least = difference;
      }
    }
    return best;
  }

  /// Fields that are lost count double: a wider search finds more, a narrower one misses.
  private static int difference(Set<Field> wanted, Set<Field> covered) {
    if (covered.contains(ANY)) {
      return Integer.MAX_VALUE;
    }
    int lost = (int) wanted.stream().filter(field -> !covered.contains(field)).count();
    int added = (int) covered.stream().filter(field -> !wanted.contains(field)).count();
    return lost == wanted.size() ? Integer.MAX_VALUE : 2 * lost + added;
  }

  private @Nullable String codeOf(Set<Field> fields) {
    for (Map.Entry<String, Set<Field>> code : codes.entrySet()) {
      if (code.getValue().equals(fields)) {
        return code.getKey();
      }
    }
    return null;
  }
}
