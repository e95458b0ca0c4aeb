package org.myocohort.care.trial.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.ShippedFile;

/// The rules that ship with the program, and those of a folder of the user's own.
public final class RuleFolder {
  private static final String LIST = "/org/myocohort/care/trial/rules/rules.txt";
  private static final String FOLDER = "/org/myocohort/care/trial/rules/";

  private RuleFolder() {}

  /// The shipped rules, by trial.
  public static SequencedMap<String, TrialRules> shipped() {
    return Shipped.RULES;
  }

  /// The shipped rules with those of a folder in their place.
  ///
  /// @throws BadInputException with everything that is wrong with the files of the folder
  public static SequencedMap<String, TrialRules> with(Path folder)
      throws IOException, BadInputException {
    SequencedMap<String, TrialRules> rules = new LinkedHashMap<>(shipped());
    Problems problems = new Problems();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      try {
        TrialRules read = RuleFile.read(file.toString(), Files.readString(file));
        rules.put(read.trial(), read);
      } catch (BadInputException wrong) {
        problems.addAll(wrong);
      }
    }
    problems.throwIfAny();
    return rules;
  }

  /// The files that ship, by their names, as texts.
  public static Map<String, String> shippedFiles() {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    for (String name : ShippedFile.text(RuleFolder.class, LIST).lines().toList()) {
      files.put(name, ShippedFile.text(RuleFolder.class, FOLDER + name));
    }
    return files;
  }

  private static final class Shipped {
    static final SequencedMap<String, TrialRules> RULES = load();

    private static SequencedMap<String, TrialRules> load() {
      SequencedMap<String, TrialRules> rules = new LinkedHashMap<>();
      shippedFiles()
          .forEach((name, text) -> {
            try {
              TrialRules read = RuleFile.read(name, text);
              rules.put(read.trial(), read);
            } catch (BadInputException wrong) {
              throw new IllegalStateException(wrong);
            }
          });
      return rules;
    }
  }
}
