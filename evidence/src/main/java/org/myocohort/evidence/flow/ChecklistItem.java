package org.myocohort.evidence.flow;

import java.util.Locale;

/// The items of the PRISMA 2020 checklist: 27, six of them in parts, which makes 42.
///
/// Source: Page MJ et al. BMJ 2021;372:n71, table 1 (CC BY 4.0).
public enum ChecklistItem {
  ITEM_1(ChecklistSection.TITLE),
  ITEM_2(ChecklistSection.ABSTRACT),
  ITEM_3(ChecklistSection.INTRODUCTION),
  ITEM_4(ChecklistSection.INTRODUCTION),
  ITEM_5(ChecklistSection.METHODS),
  ITEM_6(ChecklistSection.METHODS),
  ITEM_7(ChecklistSection.METHODS),
  ITEM_8(ChecklistSection.METHODS),
  ITEM_9(ChecklistSection.METHODS),
  ITEM_10A(ChecklistSection.METHODS),
  ITEM_10B(ChecklistSection.METHODS),
  ITEM_11(ChecklistSection.METHODS),
  ITEM_12(ChecklistSection.METHODS),
  ITEM_13A(ChecklistSection.METHODS),
  ITEM_13B(ChecklistSection.METHODS),
  ITEM_13C(ChecklistSection.METHODS),
  ITEM_13D(ChecklistSection.METHODS),
  ITEM_13E(ChecklistSection.METHODS),
  ITEM_13F(ChecklistSection.METHODS),
  ITEM_14(ChecklistSection.METHODS),
  ITEM_15(ChecklistSection.METHODS),
  ITEM_16A(ChecklistSection.RESULTS),
  ITEM_16B(ChecklistSection.RESULTS),
  ITEM_17(ChecklistSection.RESULTS),
  ITEM_18(ChecklistSection.RESULTS),
  ITEM_19(ChecklistSection.RESULTS),
  ITEM_20A(ChecklistSection.RESULTS),
  ITEM_20B(ChecklistSection.RESULTS),
  ITEM_20C(ChecklistSection.RESULTS),
  ITEM_20D(ChecklistSection.RESULTS),
  ITEM_21(ChecklistSection.RESULTS),
  ITEM_22(ChecklistSection.RESULTS),
  ITEM_23A(ChecklistSection.DISCUSSION),
  ITEM_23B(ChecklistSection.DISCUSSION),
  ITEM_23C(ChecklistSection.DISCUSSION),
  ITEM_23D(ChecklistSection.DISCUSSION),
  ITEM_24A(ChecklistSection.OTHER_INFORMATION),
  ITEM_24B(ChecklistSection.OTHER_INFORMATION),
  ITEM_24C(ChecklistSection.OTHER_INFORMATION),
  ITEM_25(ChecklistSection.OTHER_INFORMATION),
  ITEM_26(ChecklistSection.OTHER_INFORMATION),
  ITEM_27(ChecklistSection.OTHER_INFORMATION);

  private final ChecklistSection section;

  ChecklistItem(ChecklistSection section) {
    this.section = section;
  }

  /// The number as the checklist prints it, such as `13a`.
  public String number() {
    return name().substring("ITEM_".length()).toLowerCase(Locale.ROOT);
  }

  public ChecklistSection section() {
    return section;
  }
}
