package org.myocohort.classification;

import java.util.Arrays;
import java.util.List;
import org.myocohort.patient.Truth;

/// Facts given item by item, without a record.
final class ItemTruths {
  private ItemTruths() {}

  static Item item(String code) {
    return Arrays.stream(Item.values())
        .filter(item -> item.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  static Facts unknown() {
    return DescribedPatient.registry("");
  }

  static Facts all(Truth truth) {
    return with(unknown(), truth, List.of(Item.values()));
  }

  static Facts with(Facts facts, Truth truth, List<Item> items) {
    Facts changed = facts;
    for (Item item : items) {
      changed = changed.with(item, truth);
    }
    return changed;
  }

  /// Everything absent but the items named by their codes; `onset-18-to-39` and `biopsy-done` too.
  static Facts only(String codes) {
    Facts facts = all(Truth.FALSE);
    for (String code : codes.strip().split(" +", -1)) {
      if (code.isEmpty()) {
        continue;
      }
      Item named = code.equals("onset-18-to-39") ? Item.ONSET_FROM_18 : item(code);
      facts = facts.with(named, Truth.TRUE);
    }
    return facts;
  }
}
