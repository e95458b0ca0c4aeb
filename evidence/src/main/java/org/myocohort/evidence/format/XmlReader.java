package org.myocohort.evidence.format;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// Reads XML exports record by record, each as a document of its own.
///
/// One that is not well-formed ends there and spoils no other, a file of one line is read in
/// pieces, and neither a document type nor an entity from elsewhere is ever looked at.
final class XmlReader implements FormatReader {
  private static final Pattern ILLEGAL_REFERENCE =
      Pattern.compile(
          "&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])"
              + "|[xX]0*(?:[0-8]|[bBcC]|[eEfF]|1[0-9a-fA-F]));");
  private static final Pattern BARE_AMPERSAND =
      Pattern.compile("&(?!(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)");
  private static final Pattern BARE_LESS = Pattern.compile("<(?![A-Za-z/!?])");

  /// So much text outside records is kept, in case it turns out to be one.
  private static final int LONGEST_OUTSIDE = 1 << 20;

  private static final XMLInputFactory FACTORY = factory();

  private final Set<String> starts;
  private final String initials;
  private final Set<String> firsts;
  private final XmlFields mapping;
  private final PlainXml parser = new PlainXml();
  private final XmlPath paths = new XmlPath("");
  private int begin;

  /// Brings a record's element into the common shape.
  interface XmlFields {
    void map(XmlNode record, RecordDraft draft, TaggedFields.Faults faults);
  }

  /// A reader of records.
  ///
  /// @param starts elements that are records
  /// @param firsts elements that stand first in one
  XmlReader(Set<String> starts, Set<String> firsts, XmlFields mapping) {
    this.starts = starts;
    this.initials =
        starts.stream().map(name -> name.substring(0, 1)).distinct().collect(Collectors.joining());
    this.firsts = firsts;
    this.mapping = mapping;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  @Override
  public void read(Lines lines, Reading reading) throws IOException {
    StringBuilder piece = new StringBuilder();
    String open = "";
    int from = 0;
    while (lines.through('>', piece)) {
      int tag = lastLess(piece, from);
      from = piece.length();
      if (tag < 0) {
        continue;
      }
      String name = mayStart(piece, tag) ? name(piece, tag) : "";
      boolean empty = piece.charAt(piece.length() - 2) == '/';
      if (starts.contains(name) && !empty) {
        if (!open.isEmpty()) {
          record(piece.substring(0, tag), reading);
        }
        piece.delete(0, tag);
        open = name;
        begin = lines.number() + 1;
      } else if (name.startsWith("/") && starts.contains(name.substring(1))) {
        if (open.isEmpty()) {
          begin = lines.number() + 1;
          unstarted(piece, name.substring(1), reading);
        } else {
          record(piece.toString(), reading);
        }
        open = "";
        // A new one, since one that held a wide character keeps its width.
        piece = new StringBuilder(piece.length());
      } else if (open.isEmpty() && piece.length() > LONGEST_OUTSIDE) {
        piece.setLength(0);
      }
      from = piece.length();
    }
    if (!open.isEmpty()) {
      record(piece.toString(), reading);
    }
  }

  private static int lastLess(StringBuilder piece, int from) {
    int at = piece.length() - 1;
    while (at >= from && piece.charAt(at) != '<') {
      at--;
    }
    return at >= from ? at : -1;
  }

  /// A look at the first letter: nearly every tag is one within a record.
  private boolean mayStart(StringBuilder piece, int tag) {
    int letter = piece.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
    return letter < piece.length() && initials.indexOf(piece.charAt(letter)) >= 0;
  }

  /// A record whose first tag is damaged begins with the element that stands first in one.
  private void unstarted(StringBuilder piece, String name, Reading reading) throws IOException {
    int begins = piece.length();
    for (String first : firsts) {
      int at = piece.indexOf("<" + first);
      begins = at < 0 ? begins : Math.min(begins, at);
    }
    if (begins < piece.length()) {
      reading.problem(begin, "<" + name + ">", ReadProblem.Kind.NO_START, piece.substring(begins));
      record("<" + name + ">" + piece.substring(begins), reading);
    }
  }

  private static String name(StringBuilder piece, int tag) {
    int end = tag + 1;
    while (end < piece.length() && piece.charAt(end) > ' ' && piece.charAt(end) != '>') {
      end++;
    }
    return piece.substring(tag + 1, end);
  }

  private void record(String piece, Reading reading) throws IOException {
    XmlNode plain = parser.parse(piece);
    if (plain == null) {
      unusual(piece, reading);
    } else {
      add(plain, begin, reading);
    }
  }

  /// Reads a record that is not plain or not well-formed.
  private void unusual(String piece, Reading reading) throws IOException {
    int line = begin;
    String legal = legal(piece);
    int reference = legal.indexOf("&#");
    while (reference >= 0) {
      Matcher illegal = ILLEGAL_REFERENCE.matcher(legal).region(reference, legal.length());
      if (illegal.lookingAt()) {
        legal = legal.substring(0, reference) + legal.substring(illegal.end());
        reference = legal.indexOf("&#", reference);
      } else {
        reference = legal.indexOf("&#", reference + 2);
      }
    }
    reading.count(
        ReadNotice.Kind.ILLEGAL_CHARACTERS, legal.length() == piece.length() ? 0 : 1, line);
    Parsed parsed = parse(legal);
    String fault = parsed.fault();
    if (fault != null) {
      // An ampersand that ought to be escaped is no loss; what else is wrong is said.
      String repaired = BARE_AMPERSAND.matcher(legal).replaceAll("&amp;");
      parsed = parse(BARE_LESS.matcher(repaired).replaceAll("&lt;"));
      fault = parsed.fault();
      if (fault != null) {
        reading.problem(line, "", ReadProblem.Kind.BROKEN_XML, fault);
        parsed = new Parsed(LenientXml.parse(legal), fault);
      }
    }
    XmlNode root = parsed.root();
    if (root != null) {
      add(root, line, reading);
    }
  }

  private void add(XmlNode root, int line, Reading reading) throws IOException {
    List<RawField> fields = new ArrayList<>();
    for (XmlNode child : root.children()) {
      child.fields(paths.then(child.name()), fields);
    }
    if (fields.isEmpty()) {
      reading.problem(line, "", ReadProblem.Kind.NOTHING_READABLE, root.text());
      return;
    }
    RecordDraft draft = new RecordDraft().fields(fields);
    mapping.map(
        root, draft, (field, kind) -> reading.problem(line, field.tag(), kind, field.value()));
    reading.add(draft, line);
  }

  /// The text without the characters that no XML may hold.
  private static String legal(String text) {
    StringBuilder legal = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed = c >= ' ' ? c < '\uFFFE' : c == '\n' || c == '\t' || c == '\r';
      if (!allowed && legal == null) {
        legal = new StringBuilder(text.length()).append(text, 0, i);
      } else if (allowed && legal != null) {
        legal.append(c);
      }
    }
    return legal == null ? text : legal.toString();
  }

  /// A record's element, as far as it goes.
  private record Parsed(@Nullable XmlNode root, @Nullable String fault) {}

  private static Parsed parse(String piece) {
    Deque<XmlNode> open = new ArrayDeque<>();
    XmlNode root = null;
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(piece));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            XmlNode node = new XmlNode(reader.getLocalName().intern());
            for (int i = 0; i < reader.getAttributeCount(); i++) {
              node.attribute(reader.getAttributeLocalName(i).intern(), reader.getAttributeValue(i));
            }
            if (root == null) {
              root = node;
            } else {
              open.getFirst().add(node);
            }
            open.push(node);
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              open.getFirst().add(reader.getText());
          case XMLStreamConstants.ENTITY_REFERENCE ->
              open.getFirst().add("&" + reader.getLocalName() + ";");
          default -> {}
        }
      }
      return new Parsed(root, null);
    } catch (XMLStreamException broken) {
      String message = String.valueOf(broken.getMessage());
      int at = message.indexOf("Message: ");
      return new Parsed(root, at < 0 ? message : message.substring(at + "Message: ".length()));
    }
  }
}
