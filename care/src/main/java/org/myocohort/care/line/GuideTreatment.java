package org.myocohort.care.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.record.CareFile;
import org.myocohort.care.record.DrugSet;
import org.myocohort.exchange.yaml.YamlFields;

/// A treatment of the guide and the drugs that stand for it in a record.
///
/// @param id names it
/// @param drugs null where the record's treatments have no place for it, such as physiotherapy
/// @param english its name
/// @param italian its name
public record GuideTreatment(String id, @Nullable DrugSet drugs, String english, String italian) {
  private static final List<GuideTreatment> ALL =
      CareFile.read(GuideTreatment.class, "guide-treatments.yaml", GuideTreatment::read);

  /// Every treatment of the guide, in its order.
  public static List<GuideTreatment> all() {
    return ALL;
  }

  /// Its name in `en` or `it`.
  public String name(String language) {
    return language.equals("it") ? italian : english;
  }

  private static List<GuideTreatment> read(YamlFields file) {
    List<GuideTreatment> all = new ArrayList<>();
    for (YamlFields one : file.objects("treatments")) {
      List<String> words = one.texts("drugs");
      Optional<DrugSet> drugs = DrugSet.parse(words);
      if (drugs.isEmpty()) {
        one.wrong("drugs", "care-drug-unknown", String.join(", ", words));
      }
      all.add(
          new GuideTreatment(
              one.requiredText("id").orElse(""),
              words.isEmpty() ? null : drugs.orElse(null),
              one.requiredText("en").orElse(""),
              one.requiredText("it").orElse("")));
      one.refuseOthers();
    }
    file.refuseOthers();
    return List.copyOf(all);
  }
}
