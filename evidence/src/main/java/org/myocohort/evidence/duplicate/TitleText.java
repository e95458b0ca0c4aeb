package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A title without what databases add to it.
///
/// Taken away: the brackets round a translated title, a language, review or erratum note in
/// brackets at the end, the citation of the discussed paper at the end. A title with a second one
/// in brackets ("Crowdwork [Arbeiten in der Crowd]") has both as forms.
///
/// @param forms what it may be compared by, folded; the first is the whole
/// @param recurring whether it is a heading that comes back issue by issue, such as `Editorial`
/// @param kinds what it says it is, other than a work of its own
record TitleText(List<String> forms, Set<Kind> kinds, boolean recurring) {
  /// What a title says that the record is.
  enum Kind {
    ERRATUM,
    RETRACTION,
    REPLY,
    COMMENT,
    PROTOCOL
  }

  private static final int WORDS_OF_A_TITLE = 3;

  /// "(multiple letters)", "[Japanese]", "[Article in German]", "[Review] [88 refs]".
  private static final Pattern NOTE =
      Pattern.compile(
          "\\s*[\\[(]\\s*(?:article in |in )?(?:multiple letters|letters?|reviews?|\\d+ refs?"
              + "|abstract|meeting abstract|miscellaneous|proceedings?|see comments?"
              + "|comments?|electronic resource|afrikaans|albanian|arabic"
              + "|bulgarian|chinese|croatian|czech|danish|dutch|english|estonian|finnish|flemish"
              + "|french|georgian|german|greek|hebrew|hungarian|icelandic|indonesian|italian"
              + "|japanese|korean|latvian|lithuanian|norwegian|persian|polish|portuguese|romanian"
              + "|russian|serbian|slovak|slovene|slovenian|spanish|swedish|thai|turkish|ukrainian"
              + "|vietnamese|[a-z]{2,12}, [a-z]{2,12}|\\d{1,2})\\s*[\\])]\\s*\\.?\\s*$",
          Pattern.CASE_INSENSITIVE);

  /// Whatever follows speaks of another publication.
  private static final Pattern NOTE_TO_THE_END =
      Pattern.compile(
          "[\\[(](?:erratum|published erratum|corrected and|correction appears|retraction"
              + " in|republished|see comment|comment (?:in|on)|summary for patients|update"
              + " (?:in|of)).*$|\\bLA: .*$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern CORRECTED =
      Pattern.compile("\\s*[\\[(](?:corrected|retracted|sic)[\\])]", Pattern.CASE_INSENSITIVE);

  /// "(vol 360, pg 542, 2009)", "(New England Journal of Medicine (2009) 360 (542-544))".
  private static final Pattern CITED =
      Pattern.compile(
          "\\s*[\\[(](?:vol\\.? ?\\S+,? (?:pg|p|art|pp).{0,60}\\d{4}"
              + "|[^\\[\\]]{3,150}[\\[(](?:18|19|20)\\d\\d[\\])].{0,80})[\\])]\\s*\\.?\\s*$",
          Pattern.CASE_INSENSITIVE);

  /// "... N Engl J Med. 2009 Jan 29;360(5):544-6".
  private static final Pattern CITATION_AT_THE_END =
      Pattern.compile("\\.\\.\\.\\s*[^.]{2,80}\\.? (?:18|19|20)\\d\\d\\b.{0,60}$");

  private static final Pattern SECOND = Pattern.compile("^(.+?)\\s*\\[(.+)\\]\\s*\\.?\\s*$");

  private static final Pattern ERRATUM =
      Pattern.compile(
          "^(?:\\w+ ){0,2}(?:errat(?:um|a)|corrigend(?:um|a)|addendum|correction)\\b.*");
  private static final Pattern RETRACTION =
      Pattern.compile("^(?:retraction|notice of retraction|expression of concern)\\b.*");
  private static final Pattern REPLY =
      Pattern.compile(
          "^(?:(?:authors? )?(?:reply|response)(?: (?:to|by|from)\\b.*)?|in"
              + " (?:reply|response)\\b.*)$|.* (?:authors? reply|authors? response|reply|in"
              + " reply|the authors reply)$");
  private static final Pattern COMMENT =
      Pattern.compile(
          "^(?:comments?(?: on| to)?|commentary(?: on)?|invited"
              + " (?:comment|commentary|discussion)|re|letter to the editor|editorial"
              + " comment(?:ary)?)\\b.*|.* (?:invited )?commentary$");
  private static final Pattern PROTOCOL =
      Pattern.compile(
          ".*\\b(?:protocol (?:for|of)|(?:study|trial|review) protocol|rationale and design"
              + "|design and rationale|statistical analysis plan)\\b.*");

  private static final Pattern RECURRING =
      Pattern.compile(
          "^(?:(?:guest|invited|special issue|minitrack)"
              + " )?(?:editorials?|editors?|introduction|preface|foreword|news|in this"
              + " issue|contents|letters?|correspondence|book reviews?|obituary|in"
              + " memoriam|abstracts?|index|announcements?|discussion|remarks|from"
              + " the|reply|comments?|commentary|questions? and answers?|research letters?|case"
              + " reports?|authors? reply|message from|welcome|acknowledg\\w*|list of|author"
              + " index|oral|posters?|session)\\b.*");
  private static final Pattern RECURRING_WITHIN =
      Pattern.compile(".* (?:editorial|minitrack|editors comments?)\\b.*");

  TitleText {
    forms = List.copyOf(forms);
    kinds = Set.copyOf(kinds);
  }

  static TitleText of(String title) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    String text = title.strip();
    if (text.indexOf('[') >= 0 || text.indexOf('(') >= 0 || text.contains("LA: ")) {
      text = NOTE_TO_THE_END.matcher(text).replaceFirst("").strip();
      text = CORRECTED.matcher(text).replaceAll("");
      text = withoutNotes(text);
      Matcher cited = CITED.matcher(text);
      if (endsInBrackets(text) && cited.find() && cited.start() > 0) {
        kinds.add(Kind.ERRATUM);
        text = text.substring(0, cited.start());
      }
    }
    if (text.contains("...")) {
      text = CITATION_AT_THE_END.matcher(text).replaceFirst("");
    }
    List<String> forms = new ArrayList<>();
    String whole = Letters.fold(text);
    add(forms, whole);
    Matcher second = SECOND.matcher(text);
    if (text.indexOf('[') > 0 && second.matches()) {
      addTitle(forms, Letters.fold(second.group(1)));
      addTitle(forms, Letters.fold(second.group(2)));
    }
    kinds.addAll(kindsOf(whole));
    return new TitleText(forms, kinds, recurring(whole));
  }

  private static void addTitle(List<String> forms, String folded) {
    if (Letters.wordsOf(folded).size() >= WORDS_OF_A_TITLE) {
      add(forms, folded);
    }
  }

  private static void add(List<String> forms, String folded) {
    if (!folded.isEmpty() && !folded.equals("unknown") && !forms.contains(folded)) {
      forms.add(folded);
    }
  }

  private static String withoutNotes(String text) {
    String shorter = text;
    while (endsInBrackets(shorter)) {
      Matcher note = NOTE.matcher(shorter);
      if (!note.find() || note.start() == 0) {
        return shorter;
      }
      shorter = shorter.substring(0, note.start()).strip();
    }
    return shorter;
  }

  /// Whether a bracket is the last but for a full stop: no note at the end is without.
  private static boolean endsInBrackets(String text) {
    int last = text.length() - 1;
    while (last >= 0 && (text.charAt(last) == '.' || Character.isWhitespace(text.charAt(last)))) {
      last--;
    }
    return last >= 0 && (text.charAt(last) == ')' || text.charAt(last) == ']');
  }

  private static boolean recurring(String folded) {
    return RECURRING.matcher(folded).matches()
        || (hasAny(folded, "editor", "minitrack") && RECURRING_WITHIN.matcher(folded).matches());
  }

  /// A pattern is tried only where a word is there without which it cannot match: most titles have
  /// none.
  private static Set<Kind> kindsOf(String folded) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (hasAny(folded, "errat", "corrigend", "addendum", "correction")) {
      addIf(kinds, Kind.ERRATUM, ERRATUM, folded);
    }
    if (hasAny(folded, "retraction", "expression of concern")) {
      addIf(kinds, Kind.RETRACTION, RETRACTION, folded);
    }
    if (hasAny(folded, "reply", "response")) {
      addIf(kinds, Kind.REPLY, REPLY, folded);
    }
    if (folded.startsWith("re") || hasAny(folded, "comment", "invited discussion", "letter to")) {
      addIf(kinds, Kind.COMMENT, COMMENT, folded);
    }
    if (hasAny(folded, "protocol", "rationale", "analysis plan")) {
      addIf(kinds, Kind.PROTOCOL, PROTOCOL, folded);
    }
    return kinds;
  }

  private static boolean hasAny(String text, String... words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static void addIf(Set<Kind> kinds, Kind kind, Pattern pattern, String text) {
    if (pattern.matcher(text).matches()) {
      kinds.add(kind);
    }
  }
}
