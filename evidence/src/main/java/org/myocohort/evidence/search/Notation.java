package org.myocohort.evidence.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.search.Expression.Heading;
import org.myocohort.evidence.search.Expression.Humans;
import org.myocohort.evidence.search.Expression.Join;
import org.myocohort.evidence.search.Expression.Language;
import org.myocohort.evidence.search.Expression.Near;
import org.myocohort.evidence.search.Expression.OtherLimit;
import org.myocohort.evidence.search.Expression.Restriction;
import org.myocohort.evidence.search.Expression.Term;
import org.myocohort.evidence.search.Expression.Vocabulary;
import org.myocohort.evidence.search.Expression.Years;
import org.myocohort.evidence.search.Word.Any;
import org.myocohort.evidence.search.Word.Letters;
import org.myocohort.evidence.search.Word.One;
import org.myocohort.evidence.search.Word.OneOrNone;

/// How a dialect writes what has no parts.
enum Notation {
  PUBMED {
    @Override
    String term(Term term) {
      return plain(term, '"') + tag(term.scope());
    }

    private static String tag(Scope scope) {
      return scope.isDefault() ? "" : "[" + scope.code() + "]";
    }

    @Override
    String inScope(String bracketed, Scope scope) {
      throw new IllegalArgumentException("PubMed has no field of a group");
    }

    @Override
    String heading(Heading heading) {
      String qualifier =
          heading.qualifiers().isEmpty() ? "" : "/" + String.join("/", heading.qualifiers());
      return '"'
          + heading.name()
          + qualifier
          + "\"["
          + (heading.major() ? "majr" : "mh")
          + (heading.exploded() ? "]" : ":noexp]");
    }

    @Override
    String near(Near near) {
      throw new IllegalArgumentException("PubMed writes a proximity as one term");
    }

    @Override
    String reference(int line) {
      return "#" + line;
    }

    @Override
    String restriction(Restriction restriction) {
      return switch (restriction) {
        case Years(Integer from, Integer to) ->
            from != null && from.equals(to)
                ? from + "[dp]"
                : (from == null ? FIRST_YEAR : from) + ":" + (to == null ? "3000" : to) + "[dp]";
        case Language(String name) -> name + "[la]";
        case Humans _ -> "humans[filter]";
        case OtherLimit(String text) -> '"' + text + "\"[filter]";
      };
    }
  },

  EMBASE {
    @Override
    String term(Term term) {
      boolean apostrophe = term.words().stream().anyMatch(word -> written(word).indexOf('\'') >= 0);
      String words = plain(term, apostrophe ? '"' : '\'');
      return inScope(
          words.indexOf(' ') >= 0 && !isQuoted(words) ? "(" + words + ")" : words, term.scope());
    }

    @Override
    String inScope(String bracketed, Scope scope) {
      return scope.isDefault() ? bracketed : bracketed + ":" + scope.code();
    }

    @Override
    String heading(Heading heading) {
      char quote = heading.name().indexOf('\'') >= 0 ? '"' : '\'';
      String qualifiers =
          heading.qualifiers().stream().map(each -> "/" + each).collect(Collectors.joining());
      return quote
          + heading.name()
          + quote
          + (heading.exploded() ? "/exp" : "/de")
          + (heading.major() ? "/mj" : "")
          + qualifiers;
    }

    @Override
    String near(Near near) {
      return (near.ordered() ? "NEXT/" : "NEAR/") + (near.between() + 1);
    }

    @Override
    String reference(int line) {
      return "#" + line;
    }

    @Override
    String restriction(Restriction restriction) {
      return switch (restriction) {
        case Years(Integer from, Integer to) ->
            "[" + (from == null ? FIRST_YEAR : from) + "-" + (to == null ? LAST_YEAR : to) + "]/py";
        case Language(String name) ->
            "english french german italian spanish japanese chinese portuguese russian dutch polish"
                    .contains(name)
                ? "[" + name + "]/lim"
                : name + ":la";
        case Humans _ -> "[humans]/lim";
        case OtherLimit(String text) -> "[" + text + "]/lim";
      };
    }
  },

  OVID {
    @Override
    String term(Term term) {
      String words = words(term);
      boolean reserved =
          term.words().stream().anyMatch(word -> isOperator(written(word)))
              || words.matches(".*[()].*")
              || (term.scope().isDefault() && words.matches("\\d{1,4}"));
      return inScope(reserved ? '"' + words + '"' : words, term.scope());
    }

    @Override
    String inScope(String bracketed, Scope scope) {
      return scope.isDefault() ? bracketed : bracketed + "." + scope.code() + ".";
    }

    @Override
    String heading(Heading heading) {
      boolean reserved =
          heading.name().matches(".*[()].*")
              || List.of(heading.name().split(" ", -1)).stream().anyMatch(Notation::isOperator);
      return (heading.exploded() ? "exp " : "")
          + (heading.major() ? "*" : "")
          + (reserved ? '"' + heading.name() + '"' : heading.name())
          + "/"
          + String.join(", ", heading.qualifiers());
    }

    @Override
    String near(Near near) {
      return near.ordered() && near.between() == 0 ? "adj" : "adj" + (near.between() + 1);
    }

    @Override
    String reference(int line) {
      return Integer.toString(line);
    }

    @Override
    String operator(String name) {
      return name.toLowerCase(Locale.ROOT);
    }

    @Override
    String restriction(Restriction restriction) {
      return switch (restriction) {
        case Years(Integer from, Integer to) ->
            from != null && from.equals(to) ? from + ".yr." : Notation.years(from, to);
        case Language(String name) -> name + ".la.";
        case Humans _ -> "humans";
        case OtherLimit(String text) -> '"' + text + '"';
      };
    }

    @Override
    String wildcard(Word.Piece piece) {
      return switch (piece) {
        case Letters(String text) -> text;
        case Any(Integer atMost) -> atMost == null ? "*" : "$" + atMost;
        case One _ -> "#";
        case OneOrNone _ -> "?";
      };
    }
  },

  COCHRANE {
    @Override
    String term(Term term) {
      String words = plain(term, '"');
      return inScope(
          words.indexOf(' ') >= 0 && !isQuoted(words) ? "(" + words + ")" : words, term.scope());
    }

    @Override
    String inScope(String bracketed, Scope scope) {
      return scope.isDefault() ? bracketed : bracketed + ":" + scope.code();
    }

    @Override
    String heading(Heading heading) {
      return "[mh "
          + (heading.exploded() ? "" : "^")
          + '"'
          + heading.name()
          + '"'
          + (heading.qualifiers().isEmpty() ? "" : "/" + String.join(",", heading.qualifiers()))
          + "]";
    }

    @Override
    String near(Near near) {
      return near.ordered() && near.between() == 0
          ? "NEXT"
          : (near.ordered() ? "NEXT/" : "NEAR/") + (near.between() + 1);
    }

    @Override
    String reference(int line) {
      return "#" + line;
    }

    @Override
    String restriction(Restriction restriction) {
      throw new IllegalArgumentException("the Cochrane Library takes no limit in a string");
    }
  },

  PROQUEST {
    @Override
    String term(Term term) {
      String words = plain(term, '"');
      if (term.scope().isDefault()) {
        return words.indexOf(' ') >= 0 && !isQuoted(words) ? "(" + words + ")" : words;
      }
      return inScope("(" + words + ")", term.scope());
    }

    @Override
    String inScope(String bracketed, Scope scope) {
      return scope.isDefault() ? bracketed : scope.code().toUpperCase(Locale.ROOT) + bracketed;
    }

    @Override
    String heading(Heading heading) {
      String vocabulary = heading.vocabulary() == Vocabulary.EMTREE ? "EMB" : "MESH";
      return (heading.major() ? "MJ" : "")
          + vocabulary
          + ".EXACT"
          + (heading.exploded() ? ".EXPLODE" : "")
          + "(\""
          + heading.name()
          + "\")";
    }

    @Override
    String near(Near near) {
      return (near.ordered() ? "PRE/" : "NEAR/") + (near.between() + 1);
    }

    @Override
    String reference(int line) {
      return "S" + line;
    }

    @Override
    String restriction(Restriction restriction) {
      return switch (restriction) {
        case Years(Integer from, Integer to) ->
            from != null && from.equals(to)
                ? "YR(" + from + ")"
                : "YR("
                    + (from == null ? FIRST_YEAR : from)
                    + "-"
                    + (to == null ? LAST_YEAR : to)
                    + ")";
        case Language(String name) -> "LA(" + name + ")";
        case Humans _, OtherLimit _ ->
            throw new IllegalArgumentException("ProQuest takes no such limit in a string");
      };
    }

    @Override
    String wildcard(Word.Piece piece) {
      return switch (piece) {
        case Letters(String text) -> text;
        case Any(Integer atMost) -> atMost == null || atMost == 5 ? "*" : "[*" + atMost + "]";
        case One _ -> "?";
        case OneOrNone _ -> "[*1]";
      };
    }
  };

  /// Where a dialect wants both ends of a range of years.
  static final int FIRST_YEAR = 1000;

  static final int LAST_YEAR = 3000;

  private static final Pattern OPERATOR =
      Pattern.compile("(?i)and|or|not|adj\\d*|near|next|(?:near|next|pre|n|w|p)/\\d+");

  static Notation of(Dialect dialect) {
    return switch (dialect) {
      case PUBMED -> PUBMED;
      case EMBASE -> EMBASE;
      case OVID -> OVID;
      case COCHRANE -> COCHRANE;
      case PROQUEST -> PROQUEST;
    };
  }

  abstract String term(Term term);

  /// A group in brackets put into a field.
  abstract String inScope(String bracketed, Scope scope);

  abstract String heading(Heading heading);

  abstract String near(Near near);

  abstract String reference(int line);

  abstract String restriction(Restriction restriction);

  String operator(String name) {
    return name;
  }

  String wildcard(Word.Piece piece) {
    return switch (piece) {
      case Letters(String text) -> text;
      case Any _ -> "*";
      case One _ -> "?";
      case OneOrNone _ -> "$";
    };
  }

  final String written(Word word) {
    return word.pieces().stream().map(this::wildcard).collect(Collectors.joining());
  }

  final String words(Term term) {
    return term.words().stream().map(this::written).collect(Collectors.joining(" "));
  }

  /// The words, in quotes where they are a phrase or would be taken for an operator.
  final String plain(Term term, char quote) {
    String words = words(term);
    boolean quoted =
        term.join() == Join.PHRASE
            || (this == EMBASE && (isOperator(words) || words.matches(".*[()].*")));
    return quoted ? quote + words + quote : words;
  }

  static boolean isQuoted(String words) {
    return words.startsWith("\"") || words.startsWith("'");
  }

  static boolean isOperator(String word) {
    return OPERATOR.matcher(word).matches();
  }

  /// Years as Ovid's limit writes them.
  static String years(@Nullable Integer from, @Nullable Integer to) {
    return "yr=\"" + (from == null ? "" : from + " ") + "-" + (to == null ? "Current" : to) + '"';
  }
}
