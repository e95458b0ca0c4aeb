package org.myocohort.paper.picture;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The presentation attributes that hold for an element: its own and what it inherits.
///
/// @param place from the element's coordinates to those of the drawing
/// @param opacity of the element and everything around it
record SvgStyle(Map<String, String> attributes, AffineTransform place, double opacity) {
  static final SvgStyle INITIAL = new SvgStyle(Map.of(), new AffineTransform(), 1);

  static final Set<String> ATTRIBUTES =
      Set.of(
          "fill",
          "fill-opacity",
          "stroke",
          "stroke-opacity",
          "stroke-width",
          "stroke-dasharray",
          "stroke-linejoin",
          "stroke-linecap",
          "font-family",
          "font-size",
          "font-weight",
          "font-style",
          "text-anchor",
          "paint-order",
          "opacity",
          "transform");

  private static final Pattern OPERATION = Pattern.compile("\\s*([a-z]+)\\(([^)]*)\\)[\\s,]*");
  private static final Map<String, Integer> NAMED = Map.of("black", 0, "white", 0xFFFFFF);

  SvgStyle within(SvgElement element) {
    Map<String, String> merged = new LinkedHashMap<>(attributes);
    ATTRIBUTES.forEach(name -> {
      String own = element.text(name, "");
      if (!own.isEmpty()) {
        merged.put(name, own);
      }
    });
    merged.remove("opacity");
    merged.remove("transform");
    AffineTransform inner = new AffineTransform(place);
    inner.concatenate(transform(element.text("transform", "")));
    return new SvgStyle(merged, inner, opacity * element.number("opacity", 1));
  }

  Optional<Ink> fill() {
    return ink("fill", "black", "fill-opacity");
  }

  Optional<Pen> pen() {
    double width = number("stroke-width", 1);
    if (width == 0) {
      return Optional.empty();
    }
    return ink("stroke", "none", "stroke-opacity")
        .map(ink ->
            new Pen(
                ink,
                width,
                dashes(),
                one("stroke-linejoin", "miter", "round"),
                one("stroke-linecap", "butt", "round")));
  }

  boolean bold() {
    String weight = attributes.getOrDefault("font-weight", "normal");
    return switch (weight) {
      case "normal", "400" -> false;
      case "bold", "600", "700" -> true;
      default -> throw unknown("font-weight", weight);
    };
  }

  boolean italic() {
    return one("font-style", "normal", "italic");
  }

  boolean strokeFirst() {
    return one("paint-order", "normal", "stroke");
  }

  double fontSize() {
    return number("font-size", 16);
  }

  /// Which part of a text's width stands left of its place.
  double anchor() {
    String anchor = attributes.getOrDefault("text-anchor", "start");
    return switch (anchor) {
      case "start" -> 0;
      case "middle" -> 0.5;
      case "end" -> 1;
      default -> throw unknown("text-anchor", anchor);
    };
  }

  private boolean one(String name, String no, String yes) {
    String value = attributes.getOrDefault(name, no);
    if (value.equals(yes)) {
      return true;
    }
    if (value.equals(no)) {
      return false;
    }
    throw unknown(name, value);
  }

  private double number(String name, double otherwise) {
    String value = attributes.get(name);
    return value == null ? otherwise : Double.parseDouble(value);
  }

  private List<Double> dashes() {
    String value = attributes.getOrDefault("stroke-dasharray", "none").strip();
    List<Double> dashes = new ArrayList<>();
    if (!value.equals("none")) {
      for (String each : value.split("[\\s,]+", -1)) {
        dashes.add(Double.valueOf(each));
      }
    }
    return dashes.size() % 2 == 0 ? dashes : doubled(dashes);
  }

  private static List<Double> doubled(List<Double> dashes) {
    List<Double> twice = new ArrayList<>(dashes);
    twice.addAll(dashes);
    return twice;
  }

  private Optional<Ink> ink(String name, String otherwise, String opacityName) {
    String value = attributes.getOrDefault(name, otherwise);
    double shown = opacity * number(opacityName, 1);
    if (value.equals("none") || value.equals("transparent") || shown == 0) {
      return Optional.empty();
    }
    return Optional.of(new Ink(rgb(name, value), shown));
  }

  private static int rgb(String name, String value) {
    Integer named = NAMED.get(value);
    if (named != null) {
      return named;
    }
    if (value.matches("#[0-9a-fA-F]{6}")) {
      return Integer.parseInt(value, 1, 7, 16);
    }
    if (value.matches("#[0-9a-fA-F]{3}")) {
      int rgb = Integer.parseInt(value, 1, 4, 16);
      return (rgb >> 8) * 0x110000 + (rgb >> 4 & 0xF) * 0x1100 + (rgb & 0xF) * 0x11;
    }
    throw unknown(name, value);
  }

  private static IllegalArgumentException unknown(String name, String value) {
    return new IllegalArgumentException(
        "a value of an SVG attribute must be known but was '%s' of %s".formatted(value, name));
  }

  private static AffineTransform transform(String list) {
    AffineTransform all = new AffineTransform();
    Matcher operation = OPERATION.matcher(list);
    int end = 0;
    while (operation.find() && operation.start() == end) {
      end = operation.end();
      all.concatenate(transform(operation.group(1), operation.group(2)));
    }
    if (end != list.length()) {
      throw unknown("transform", list);
    }
    return all;
  }

  private static AffineTransform transform(String name, String arguments) {
    String[] texts = arguments.strip().split("[\\s,]+", -1);
    double[] n = new double[texts.length];
    for (int i = 0; i < n.length; i++) {
      n[i] = Double.parseDouble(texts[i]);
    }
    String signature = name + n.length;
    return switch (signature) {
      case "translate1" -> AffineTransform.getTranslateInstance(n[0], 0);
      case "translate2" -> AffineTransform.getTranslateInstance(n[0], n[1]);
      case "scale1" -> AffineTransform.getScaleInstance(n[0], n[0]);
      case "scale2" -> AffineTransform.getScaleInstance(n[0], n[1]);
      case "rotate1" -> rotation(n[0], 0, 0);
      case "rotate3" -> rotation(n[0], n[1], n[2]);
      case "matrix6" -> new AffineTransform(n);
      default -> throw unknown("transform", name + "(" + arguments + ")");
    };
  }

  private static AffineTransform rotation(double degrees, double x, double y) {
    return AffineTransform.getRotateInstance(StrictMath.toRadians(degrees), x, y);
  }
}
