package org.myocohort.app.web.patients;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.Page;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.overview.PatientList;
import org.myocohort.registry.overview.PatientQuery;
import org.myocohort.registry.overview.PatientQuery.Column;
import org.myocohort.registry.overview.PatientQuery.Flag;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of a study's patients. What it shows stands in its address, so that it can be kept,
/// sent and gone back to.
@Controller
final class PatientListController {
  private static final List<Column> COLUMNS =
      List.of(
          Column.ID,
          Column.CENTRE,
          Column.SEX,
          Column.ANTIBODIES,
          Column.VISITS,
          Column.LAST_VISIT,
          Column.SCORE,
          Column.CATEGORY,
          Column.COMPLETENESS);

  private final PatientList patients;

  PatientListController(PatientList patients) {
    this.patients = patients;
  }

  /// A column's head.
  ///
  /// @param sorted `ascending`, `descending` or `none`
  /// @param address of the list sorted by it, the other way round where it is sorted by it already
  public record Head(String code, String sorted, String address, boolean number) {}

  @GetMapping("/studies/{study}/patients")
  String list(
      Actor actor,
      StoredStudy study,
      Page page,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String sex,
      @RequestParam(defaultValue = "") String centre,
      @RequestParam(defaultValue = "") String antibody,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") List<String> only,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "") String order,
      @RequestParam(name = "page", defaultValue = "1") int number,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    PatientQuery query =
        new PatientQuery(
            text.length() > 200 ? text.substring(0, 200) : text,
            sex,
            centre,
            antibody,
            category,
            status,
            only.stream().map(Flag::parse).flatMap(Optional::stream).toList(),
            Column.parse(sort).orElse(Column.ID),
            order.equals("desc"),
            number);
    PatientList.Page found = patients.find(actor, study, query);
    show(study, query, found, page.texts(), model);
    if (request.getHeader("HX-Request") != null) {
      model.addAttribute("partial", true);
      response.setHeader("HX-Replace-Url", ListAddress.of(study.id(), query));
      return "patients/list :: found";
    }
    PatientList.Choices choices = patients.choices(actor, study);
    model.addAttribute("choices", choices);
    model.addAttribute(
        "antibodies",
        choices.antibodies().stream()
            .map(code -> Map.entry(code, ShownPatient.antibody(code)))
            .toList());
    return "patients/list";
  }

  private static void show(
      StoredStudy study, PatientQuery query, PatientList.Page found, Texts texts, Model model) {
    model.addAttribute("study", study);
    model.addAttribute("query", query);
    model.addAttribute("only", query.flags().stream().map(Flag::code).toList());
    model.addAttribute("found", found);
    model.addAttribute(
        "patients",
        found.lines().stream().map(line -> ShownPatient.of(study.id(), line, texts)).toList());
    List<Head> heads = new ArrayList<>();
    for (Column column : COLUMNS) {
      boolean by = query.sort() == column;
      heads.add(
          new Head(
              column.code(),
              !by ? "none" : query.descending() ? "descending" : "ascending",
              ListAddress.of(
                  study.id(),
                  query.sortedBy(column, by ? !query.descending() : largestFirst(column))),
              isNumber(column)));
    }
    model.addAttribute("heads", heads);
    long first = (found.page() - 1L) * PatientQuery.PAGE_SIZE + 1;
    model.addAttribute("first", found.total() == 0 ? 0 : first);
    model.addAttribute("last", first + found.lines().size() - 1);
    model.addAttribute(
        "previous",
        found.page() > 1 ? ListAddress.of(study.id(), query.onPage(found.page() - 1)) : null);
    model.addAttribute(
        "next",
        found.page() < found.pages()
            ? ListAddress.of(study.id(), query.onPage(found.page() + 1))
            : null);
  }

  private static boolean isNumber(Column column) {
    return column == Column.VISITS || column == Column.COMPLETENESS;
  }

  private static boolean largestFirst(Column column) {
    return column == Column.VISITS || column == Column.SCORE || column == Column.CATEGORY;
  }
}
