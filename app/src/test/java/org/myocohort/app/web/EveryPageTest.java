package org.myocohort.app.web;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.registry.access.Role;

/// Opens every page: for the role that it is made for at both widths in both languages, for the
/// other roles that may see it once each. A new page is a new line of the list.
class EveryPageTest extends BrowserTest {
  /// A page to open.
  ///
  /// @param name of its pictures
  /// @param roles that may see it, the one that it is made for first
  record Shown(String name, String path, List<Role> roles) {
    static Shown toAll(String name, String path) {
      return new Shown(
          name,
          path,
          List.of(Role.DATA_MANAGER, Role.EDITOR, Role.VIEWER, Role.ANALYST, Role.ADMINISTRATOR));
    }
  }

  private static final List<Shown> PAGES =
      List.of(
          Shown.toAll("studies", "/"),
          Shown.toAll("overview", "/studies/synthetic-centre"),
          Shown.toAll("overview-letter", "/studies/anakinra-antisynthetase"),
          Shown.toAll("patients", "/studies/synthetic-centre/patients"),
          Shown.toAll("patients-none", "/studies/synthetic-centre/patients?text=nobody"),
          Shown.toAll("not-found", "/studies/unknown"),
          Shown.toAll("guide", "/guide"),
          Shown.toAll("guide-found", "/guide?text=TPMT"),
          Shown.toAll("guide-azathioprine", "/guide/azathioprine"),
          Shown.toAll("guide-anakinra", "/guide/anakinra"),
          Shown.toAll("guide-oxygen", "/guide/oxygen"),
          Shown.toAll("library", "/library"),
          Shown.toAll("library-search", "/library?words=vaccin"),
          Shown.toAll("library-page", "/library/anakinra"),
          new Shown(
              "summary",
              "/studies/synthetic-centre/patients/SC-002/summary",
              List.of(Role.EDITOR, Role.DATA_MANAGER)),
          new Shown(
              "summary-list",
              "/studies/synthetic-centre/patients/SC-002/summary",
              List.of(Role.VIEWER, Role.ANALYST, Role.ADMINISTRATOR)),
          new Shown(
              "identity",
              "/studies/synthetic-centre/patients/SC-002/identity",
              List.of(Role.EDITOR, Role.DATA_MANAGER, Role.ADMINISTRATOR)),
          new Shown("study-new", "/studies/new", List.of(Role.ADMINISTRATOR)),
          new Shown("accounts", "/accounts", List.of(Role.ADMINISTRATOR)),
          new Shown("settings", "/studies/synthetic-centre/settings", List.of(Role.ADMINISTRATOR)),
          new Shown("audit", "/audit", List.of(Role.DATA_MANAGER, Role.ADMINISTRATOR)),
          new Shown(
              "audit-study",
              "/studies/anakinra-antisynthetase/audit",
              List.of(Role.DATA_MANAGER, Role.ADMINISTRATOR)),
          new Shown("audit-entry", "/audit/2", List.of(Role.DATA_MANAGER, Role.ADMINISTRATOR)),
          new Shown("import", "/studies/synthetic-centre/import", List.of(Role.DATA_MANAGER)),
          new Shown(
              "export",
              "/studies/synthetic-centre/export",
              List.of(Role.DATA_MANAGER, Role.ANALYST)),
          Shown.toAll("cohorts", "/studies/synthetic-centre/cohorts"),
          Shown.toAll("cohort", "/studies/synthetic-centre/cohorts/anakinra"),
          new Shown(
              "cohort-new",
              "/studies/synthetic-centre/cohorts/new",
              List.of(Role.ANALYST, Role.DATA_MANAGER)),
          new Shown(
              "cohort-edit",
              "/studies/synthetic-centre/cohorts/anakinra/edit",
              List.of(Role.ANALYST, Role.DATA_MANAGER)),
          new Shown(
              "plan-new",
              "/studies/synthetic-centre/plans/new?cohort=anakinra",
              List.of(Role.ANALYST, Role.DATA_MANAGER)),
          new Shown(
              "plan-edit",
              "/studies/synthetic-centre/plans/who-benefits/edit",
              List.of(Role.ANALYST, Role.DATA_MANAGER)),
          new Shown(
              "analysis",
              "/studies/synthetic-centre/plans/one-of-each-kind?on=2026-11-22",
              List.of(Role.ANALYST, Role.DATA_MANAGER)),
          Shown.toAll("reviews", "/reviews"),
          new Shown("review-new", "/reviews/new", List.of(Role.ANALYST)),
          Shown.toAll("review", "/reviews/anakinra-review"),
          Shown.toAll("review-copies", "/reviews/anakinra-review/copies"),
          Shown.toAll("review-screen", "/reviews/anakinra-review/screen?work=1-1"),
          Shown.toAll("review-conflicts", "/reviews/anakinra-review/conflicts"),
          Shown.toAll("review-full-text", "/reviews/anakinra-review/full-text"),
          Shown.toAll("review-record", "/reviews/anakinra-review/records/1-1"),
          Shown.toAll("review-flow", "/reviews/anakinra-review/flow"),
          Shown.toAll("review-box", "/reviews/anakinra-review/flow/boxes/screened"),
          Shown.toAll("review-extraction", "/reviews/anakinra-review/extraction"),
          Shown.toAll("review-extracted", "/reviews/anakinra-review/extraction/anna/1-5"),
          Shown.toAll("review-agreed", "/reviews/anakinra-review/extraction/agreed/1-1"),
          Shown.toAll("review-text", "/reviews/anakinra-review/extraction/texts/1-5"),
          Shown.toAll(
              "review-compare",
              "/reviews/anakinra-review/extraction/compare?first=anna&second=ben"),
          Shown.toAll("review-checks", "/reviews/anakinra-review/checks"),
          Shown.toAll("review-pool", "/reviews/anakinra-review/pool?own=anakinra-antisynthetase"),
          Shown.toAll("review-searches", "/reviews/anakinra-review/searches?find=anakinra"),
          Shown.toAll("review-settings", "/reviews/anakinra-review/settings"),
          new Shown("review-import", "/reviews/anakinra-review/import", List.of(Role.DATA_MANAGER)),
          Shown.toAll("trials", "/trials"),
          Shown.toAll("trials-found", "/trials?text=myositis&near=Rozzano&within=400"),
          Shown.toAll("trial", "/trials/NCT05669014"),
          Shown.toAll("trial-without-rules", "/trials/NCT07410377"),
          Shown.toAll("trial-of-the-guide", "/trials/guide:filgotinib-recruiting"),
          Shown.toAll("trial-changes", "/trials/changes"),
          new Shown(
              "trial-import", "/trials/import", List.of(Role.ADMINISTRATOR, Role.DATA_MANAGER)),
          Shown.toAll("patient-trials", "/studies/synthetic-centre/patients/SC-010/trials"),
          Shown.toAll(
              "patient-trial", "/studies/synthetic-centre/patients/SC-010/trials/NCT05523167"),
          Shown.toAll(
              "patient-trial-without-rules",
              "/studies/synthetic-centre/patients/SC-010/trials/NCT07410377"),
          Shown.toAll(
              "patient-trials-sheet", "/studies/synthetic-centre/patients/SC-010/trials/sheet"),
          new Shown("not-allowed", "/accounts", List.of(Role.VIEWER)));

  /// Each page twice, once wide and once narrow, in one language each; what a role may open at all
  /// is the matter of [RoutesTest].
  static List<Arguments> pages() {
    List<Arguments> all = new ArrayList<>();
    for (Shown page : PAGES) {
      Role role = page.roles().getFirst();
      all.add(Arguments.of(page, Width.desktop, "en", role));
      all.add(Arguments.of(page, Width.phone, "it", role));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsAccessibleAndFitsTheWindow(Shown page, Width width, String language, Role role) {
    check(
        look(page.path(), width, language, role),
        String.join("-", page.name(), role.code(), width.name(), language));
  }
}
