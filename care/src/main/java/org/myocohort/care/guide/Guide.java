package org.myocohort.care.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.myocohort.care.source.Sources;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.ShippedFile;

/// The treatments of the guide, in the order in which they are shown.
public final class Guide {
  private static final String LIST = "treatments.txt";

  private final Map<String, Treatment> byName = new LinkedHashMap<>();
  private final Map<String, Statement> byId = new LinkedHashMap<>();

  Guide(List<Treatment> treatments) {
    for (Treatment treatment : treatments) {
      byName.put(treatment.name(), treatment);
      treatment.statements().forEach(statement -> byId.put(statement.id(), statement));
    }
  }

  /// The guide that ships with the program.
  public static Guide shipped() {
    return Shipped.GUIDE;
  }

  public List<Treatment> treatments() {
    return List.copyOf(byName.values());
  }

  public Optional<Treatment> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Optional<Statement> statement(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The treatments that a drug is part of: methylprednisolone is given as tablets and as a pulse.
  ///
  /// @param drug code of the drug vocabulary
  public List<Treatment> ofDrug(String drug) {
    return byName.values().stream().filter(each -> each.drugs().contains(drug)).toList();
  }

  /// Reads treatments from their files.
  ///
  /// @param files the texts by name of the file
  /// @throws BadInputException with everything that is wrong in any of them
  static Guide read(SequencedMap<String, String> files, Sources sources) throws BadInputException {
    Problems problems = new Problems();
    TreatmentReader reader = new TreatmentReader(sources, problems);
    for (Map.Entry<String, String> file : files.entrySet()) {
      try {
        reader.read(file.getKey(), file.getValue());
      } catch (BadInputException wrong) {
        problems.addAll(wrong);
      }
    }
    reader.checkReferences();
    problems.throwIfAny();
    return new Guide(reader.treatments());
  }

  /// Read when first asked for: most commands never do.
  private static final class Shipped {
    static final Guide GUIDE = load();

    private static Guide load() {
      SequencedMap<String, String> files = new LinkedHashMap<>();
      for (String name : names()) {
        files.put(name + ".yaml", ShippedFile.text(Guide.class, "treatments/" + name + ".yaml"));
      }
      try {
        return read(files, Sources.shipped());
      } catch (BadInputException wrong) {
        throw new IllegalStateException(wrong);
      }
    }

    private static List<String> names() {
      List<String> names = new ArrayList<>();
      ShippedFile.text(Guide.class, LIST)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(names::add);
      return names;
    }
  }
}
