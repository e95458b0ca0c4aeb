package org.myocohort.app.web.study;

import java.util.List;
import java.util.Map;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.entry.People;
import org.myocohort.app.web.patients.ListAddress;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditLog;
import org.myocohort.registry.overview.Overview;
import org.myocohort.registry.overview.PatientList;
import org.myocohort.registry.overview.PatientQuery;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The list of studies, and a study's first page.
@Controller
final class StudyController {
  private static final int LATEST = 8;
  private static final int OVERDUE_SHOWN = 10;
  private static final PatientQuery OVERDUE =
      new PatientQuery(
          "",
          "",
          "",
          "",
          "",
          "",
          List.of(PatientQuery.Flag.OVERDUE),
          PatientQuery.Column.LAST_VISIT,
          false,
          1);

  private final Studies studies;
  private final Overview overview;
  private final PatientList patients;
  private final AuditLog audit;
  private final People people;

  StudyController(
      Studies studies, Overview overview, PatientList patients, AuditLog audit, People people) {
    this.studies = studies;
    this.overview = overview;
    this.patients = patients;
    this.audit = audit;
    this.people = people;
  }

  @GetMapping("/")
  String all(Actor actor, Model model) {
    Map<String, Long> counts = overview.patients(actor);
    model.addAttribute("counts", counts);
    model.addAttribute("studies", studies.all());
    return "study/studies";
  }

  @GetMapping("/studies/{study}")
  String one(Actor actor, StoredStudy study, Page page, Model model) {
    actor.demand(Permission.VIEW);
    PatientList.Page late = patients.find(actor, study, OVERDUE);
    model.addAttribute("study", study);
    model.addAttribute("addresses", new Links(study.id()));
    model.addAttribute(
        "shown", ShownNumbers.of(study.id(), overview.numbers(actor, study), page.texts()));
    model.addAttribute(
        "overdue", late.lines().subList(0, Math.min(OVERDUE_SHOWN, late.lines().size())));
    model.addAttribute("latest", audit.latest(actor, study.id(), LATEST));
    model.addAttribute("names", people.in(page.texts()));
    return "study/overview";
  }

  /// The addresses that the page links to.
  public record Links(String study) {
    /// Everybody overdue, the longest first.
    public String overdue() {
      return ListAddress.of(study, OVERDUE);
    }

    /// Everybody with an open query.
    public String openQueries() {
      return ListAddress.of(
          study,
          new PatientQuery(
              "",
              "",
              "",
              "",
              "",
              "",
              List.of(PatientQuery.Flag.OPEN_QUERIES),
              PatientQuery.Column.ID,
              false,
              1));
    }

    /// A patient's page.
    public String patient(String id) {
      return Addresses.patient(new PatientKey(study, id));
    }
  }
}
