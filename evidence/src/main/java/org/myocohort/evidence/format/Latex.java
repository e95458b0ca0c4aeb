package org.myocohort.evidence.format;

import java.text.Normalizer;
import java.util.Map;

/// Reads the LaTeX that BibTeX files are written in: accents, symbols, braces that protect case.
final class Latex {
  /// Commands that put an accent on the letter after them, and the combining character for it.
  private static final Map<String, String> ACCENTS =
      Map.ofEntries(
          Map.entry("`", "\u0300"),
          Map.entry("'", "\u0301"),
          Map.entry("^", "\u0302"),
          Map.entry("~", "\u0303"),
          Map.entry("=", "\u0304"),
          Map.entry("u", "\u0306"),
          Map.entry(".", "\u0307"),
          Map.entry("\"", "\u0308"),
          Map.entry("r", "\u030a"),
          Map.entry("H", "\u030b"),
          Map.entry("v", "\u030c"),
          Map.entry("d", "\u0323"),
          Map.entry("c", "\u0327"),
          Map.entry("k", "\u0328"),
          Map.entry("b", "\u0331"));

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("ss", "ß"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("i", "i"),
          Map.entry("j", "j"),
          Map.entry("textendash", "–"),
          Map.entry("textemdash", "—"),
          Map.entry("textquoteright", "’"),
          Map.entry("textquoteleft", "‘"),
          Map.entry("textquotedblleft", "“"),
          Map.entry("textquotedblright", "”"),
          Map.entry("textless", "<"),
          Map.entry("textgreater", ">"),
          Map.entry("textpm", "±"),
          Map.entry("pm", "±"),
          Map.entry("textmu", "µ"),
          Map.entry("textdegree", "°"),
          Map.entry("circ", "°"),
          Map.entry("times", "×"),
          Map.entry("texttimes", "×"),
          Map.entry("leq", "≤"),
          Map.entry("le", "≤"),
          Map.entry("geq", "≥"),
          Map.entry("ge", "≥"),
          Map.entry("textasciitilde", "~"),
          Map.entry("textasciicircum", "^"),
          Map.entry("textbackslash", "\\"),
          Map.entry("textunderscore", "_"),
          Map.entry("textregistered", "®"),
          Map.entry("texttrademark", "™"),
          Map.entry("copyright", "©"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("Delta", "Δ"),
          Map.entry("epsilon", "ε"),
          Map.entry("zeta", "ζ"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("kappa", "κ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("nu", "ν"),
          Map.entry("xi", "ξ"),
          Map.entry("pi", "π"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("phi", "φ"),
          Map.entry("chi", "χ"),
          Map.entry("psi", "ψ"),
          Map.entry("omega", "ω"),
          Map.entry("Omega", "Ω"),
          Map.entry("textalpha", "α"),
          Map.entry("textbeta", "β"),
          Map.entry("textgamma", "γ"),
          Map.entry("sim", "∼"),
          Map.entry("approx", "≈"),
          Map.entry("ldots", "…"),
          Map.entry("textellipsis", "…"),
          Map.entry("dots", "…"),
          Map.entry("S", "§"),
          Map.entry("slash", "/"));

  private final String text;
  private final StringBuilder plain = new StringBuilder();
  private int at;

  private Latex(String text) {
    this.text = text;
  }

  /// The text without LaTeX; what is not known of a command is left out, its argument stays.
  static String plain(String text) {
    if (text.indexOf('\\') < 0
        && text.indexOf('{') < 0
        && text.indexOf('}') < 0
        && text.indexOf('~') < 0
        && text.indexOf('$') < 0
        && !text.contains("--")) {
      return text;
    }
    Latex latex = new Latex(text);
    latex.run();
    return Normalizer.normalize(latex.plain, Normalizer.Form.NFC);
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\\' -> command();
        case '{', '}', '$' -> at++;
        case '~' -> {
          plain.append(' ');
          at++;
        }
        case '-' -> dashes();
        default -> {
          plain.append(c);
          at++;
        }
      }
    }
  }

  private void dashes() {
    int begin = at;
    while (at < text.length() && text.charAt(at) == '-' && at - begin < 3) {
      at++;
    }
    plain.append(at - begin == 3 ? "—" : at - begin == 2 ? "–" : "-");
  }

  private void command() {
    at++;
    if (at == text.length()) {
      return;
    }
    int begin = at;
    while (at < text.length() && letter(text.charAt(at))) {
      at++;
    }
    if (at == begin) {
      String sign = text.substring(at, at + 1);
      at++;
      if (ACCENTS.containsKey(sign)) {
        accent(sign);
      } else {
        // A line break, or a character that LaTeX would take for itself.
        plain.append(sign.equals("\\") ? " " : sign);
      }
      return;
    }
    String name = text.substring(begin, at);
    if (name.length() == 1 && ACCENTS.containsKey(name)) {
      accent(name);
      return;
    }
    String symbol = SYMBOLS.get(name);
    if (symbol != null) {
      plain.append(symbol);
    } else if (name.equals("href") && at < text.length() && text.charAt(at) == '{') {
      at = closing(at) + 1;
    }
    if (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length() - 1;
  }

  /// Puts the combining character after the letter, which may stand in braces or be `\i`.
  private void accent(String name) {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '{')) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\\') {
      command();
    } else if (at < text.length() && text.charAt(at) != '}') {
      plain.appendCodePoint(text.codePointAt(at));
      at += Character.charCount(text.codePointAt(at));
    }
    plain.append(ACCENTS.get(name));
  }
}
