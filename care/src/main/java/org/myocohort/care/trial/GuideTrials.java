package org.myocohort.care.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.exchange.yaml.ShippedFile;
import org.myocohort.exchange.yaml.YamlFields;

/// The trials that the patient guide lists, from their one file. Where no number is known the trial
/// has a key of its own and no number.
public final class GuideTrials {
  private static final String FILE = "guide-trials.yaml";
  private static final String KIND = "guide";

  private GuideTrials() {}

  public static List<Trial> all() {
    return Shipped.TRIALS;
  }

  private static List<Trial> read(YamlFields file) {
    List<Trial> trials = new ArrayList<>();
    for (YamlFields fields : file.objects("trials")) {
      trials.add(trial(fields, trials.size() + 1));
    }
    file.refuseOthers();
    return List.copyOf(trials);
  }

  private static Trial trial(YamlFields fields, int record) {
    String key = fields.requiredText("key").orElse("");
    String number = fields.requiredText("number").orElse("");
    String status = fields.requiredText("status").orElse("");
    LocalDate read = fields.day("read").orElse(LocalDate.EPOCH);
    Trial trial =
        new Trial(
            number.equals("unknown") ? Trial.UNNUMBERED + key : number,
            List.of(),
            new Trial.Title(fields.requiredText("title").orElse(""), "", ""),
            new Trial.Status(RecruitingStatus.find(status).orElse(null), status, "", ""),
            new Trial.Dates("", "", "", ""),
            new Trial.Sponsor("", ""),
            new Trial.Design("", List.of(), "", "", "", null, ""),
            fields.texts("conditions"),
            List.of(),
            fields.texts("drugs").stream()
                .map(drug -> new Trial.Intervention("DRUG", drug))
                .toList(),
            "",
            "",
            List.of(),
            new Trial.Eligibility("", "", "", "", "", null, "", read),
            List.of(),
            fields.texts("countries"),
            new Trial.Provenance(KIND, FILE, record, read));
    fields.refuseOthers();
    return trial;
  }

  /// Read when first asked for.
  private static final class Shipped {
    static final List<Trial> TRIALS = ShippedFile.read(GuideTrials.class, FILE, GuideTrials::read);
  }
}
