package org.myocohort.classification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the weights of the ACR/EULAR antisynthetase criteria from their data file.
final class WeightTable {
  private static final String FILE = "acr-eular-as-2025.csv";

  private WeightTable() {}

  /// The published table, or empty as long as the file has no numbers or no citation.
  static Optional<AcrEularAntisynthetase.Table> published() {
    try (InputStream in = WeightTable.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("data file missing: " + FILE);
      }
      return read(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads lines `kind,name,value`: `weight` of an item, `entry` item, `cutoff` of a level, and the
  /// `citation`.
  ///
  /// @return empty unless there are weights, an entry rule, three cut-offs and a citation
  static Optional<AcrEularAntisynthetase.Table> read(List<String> lines) {
    Map<Item, BigDecimal> weights = new EnumMap<>(Item.class);
    List<Item> entry = new ArrayList<>();
    Map<String, BigDecimal> cutOffs = new HashMap<>();
    boolean cited = false;
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("kind,")) {
        continue;
      }
      String[] cells = line.split(",", 3);
      switch (cells[0]) {
        case "weight" -> weights.put(item(cells[1]), new BigDecimal(cells[2]));
        case "entry" -> entry.add(item(cells[1]));
        case "cutoff" -> cutOffs.put(cells[1], new BigDecimal(cells[2]));
        case "citation" -> cited = !cells[2].isBlank();
        default -> throw new IllegalStateException(FILE + ": unknown kind " + cells[0]);
      }
    }
    BigDecimal possible = cutOffs.get("possible");
    BigDecimal probable = cutOffs.get("probable");
    BigDecimal definite = cutOffs.get("definite");
    if (weights.isEmpty()
        || entry.isEmpty()
        || possible == null
        || probable == null
        || definite == null
        || !cited) {
      return Optional.empty();
    }
    return Optional.of(
        new AcrEularAntisynthetase.Table(weights, entry, possible, probable, definite));
  }

  private static Item item(String code) {
    return Arrays.stream(Item.values())
        .filter(item -> item.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(FILE + ": unknown item " + code));
  }
}
