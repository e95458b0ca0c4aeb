package org.myocohort.evidence.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads XML that is not well-formed, so that no more than the damaged element is lost: a closing
/// tag that fits none is left out, and one that fits an outer element closes those in between.
final class LenientXml {
  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)([A-Za-z][A-Za-z0-9:_.-]*)([^<>]*?)(/?)>|<!\\[CDATA\\[(.*?)\\]\\]>",
          Pattern.DOTALL);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z][A-Za-z0-9:_.-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private LenientXml() {}

  /// The element that a text begins, with all that can be found in it.
  static @Nullable XmlNode parse(String text) {
    Deque<XmlNode> open = new ArrayDeque<>();
    XmlNode root = null;
    Matcher tag = TAG.matcher(text);
    int from = 0;
    while (tag.find()) {
      if (!open.isEmpty()) {
        open.getFirst().add(unescaped(text.substring(from, tag.start())));
      }
      from = tag.end();
      String name = tag.group(2);
      if (name == null) {
        if (!open.isEmpty()) {
          open.getFirst().add(tag.group(5));
        }
      } else if (tag.group(1).isEmpty()) {
        XmlNode node = new XmlNode(name);
        Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
        while (attribute.find()) {
          String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
          node.attribute(attribute.group(1), unescaped(value));
        }
        if (root == null) {
          root = node;
        } else if (!open.isEmpty()) {
          open.getFirst().add(node);
        }
        if (tag.group(4).isEmpty()) {
          open.push(node);
        }
      } else if (open.stream().anyMatch(node -> node.name().equals(name))) {
        boolean closed = false;
        while (!closed) {
          closed = open.pop().name().equals(name);
        }
      }
    }
    if (!open.isEmpty()) {
      open.getFirst().add(unescaped(text.substring(from)));
    }
    return root;
  }

  private static String unescaped(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&#xD;", "\r")
            .replace("&#13;", "\r")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&");
  }
}
