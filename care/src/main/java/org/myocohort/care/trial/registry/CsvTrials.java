package org.myocohort.care.trial.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.Trial.Dates;
import org.myocohort.care.trial.Trial.Design;
import org.myocohort.care.trial.Trial.Eligibility;
import org.myocohort.care.trial.Trial.Intervention;
import org.myocohort.care.trial.Trial.Provenance;
import org.myocohort.care.trial.Trial.Site;
import org.myocohort.care.trial.Trial.Sponsor;
import org.myocohort.care.trial.Trial.Title;

/// CSV snapshots with the field names of the ClinicalTrials.gov interface: trials one a row, or
/// sites one a row, which are gathered by trial.
///
/// A list in a cell is separated by `|`. A sites file says nothing of what its trials are but their
/// title and status.
final class CsvTrials {
  static final String KIND = "ctgov-csv";

  private final String file;
  private final SnapshotDay day;
  private final TrialSink sink;
  private List<String> header = List.of();
  private List<String> row = List.of();
  private int records;

  private String siteTrial = "";
  private Trial.Status siteStatus = new Trial.Status(null, "", "", "");
  private String siteTitle = "";
  private int firstSite;
  private List<Site> sites = new ArrayList<>();

  CsvTrials(String file, SnapshotDay day, TrialSink sink) {
    this.file = file;
    this.day = day;
    this.sink = sink;
  }

  void read(InputStream in) throws IOException {
    CsvRows rows = new CsvRows(new InputStreamReader(in, StandardCharsets.UTF_8));
    header = rows.next().orElse(List.of()).stream().map(String::strip).toList();
    if (!header.contains("NCTId")) {
      sink.refused(
          List.of(
              new RecordProblem(
                  file, 0, "", "NCTId", "column-missing", String.join(",", header), List.of())));
      return;
    }
    boolean ofSites = header.contains("Facility");
    for (Optional<List<String>> next = rows.next(); next.isPresent(); next = rows.next()) {
      row = next.get();
      records++;
      RecordChecks checks = new RecordChecks(file, records);
      if (row.size() != header.size()) {
        checks.wrong(
            "", "cells-expected", Integer.toString(row.size()), Integer.toString(header.size()));
      } else if (ofSites) {
        site(checks);
        continue;
      } else {
        Trial trial = trial(checks);
        if (checks.problems().isEmpty()) {
          sink.trial(trial);
          continue;
        }
      }
      sink.refused(checks.problems());
    }
    trialOfSites();
  }

  private String cell(String column) {
    int at = header.indexOf(column);
    return at < 0 ? "" : row.get(at).strip();
  }

  private List<String> list(String column) {
    List<String> entries = new ArrayList<>();
    for (String entry : cell(column).split("\\|", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  private Trial trial(RecordChecks checks) {
    LocalDate snapshot = day.of(snapshotCell(checks));
    return new Trial(
        checks.nctId("NCTId", cell("NCTId")),
        List.of(),
        new Title(cell("BriefTitle"), cell("OfficialTitle"), cell("Acronym")),
        checks.status("OverallStatus", cell("OverallStatus"), "", cell("WhyStopped")),
        new Dates(
            checks.date("StartDate", cell("StartDate")),
            checks.date("PrimaryCompletionDate", cell("PrimaryCompletionDate")),
            checks.date("CompletionDate", cell("CompletionDate")),
            checks.date("LastUpdatePostDate", cell("LastUpdatePostDate"))),
        new Sponsor(cell("LeadSponsor"), cell("LeadSponsorClass")),
        new Design(
            "",
            BareCriteria.phases(cell("Phase")),
            "",
            "",
            "",
            checks.count("EnrollmentCount", cell("EnrollmentCount")),
            cell("EnrollmentType")),
        list("Conditions"),
        List.of(),
        list("Interventions").stream().map(name -> new Intervention("", name)).toList(),
        cell("BriefSummary"),
        "",
        list("PrimaryEndpoints"),
        new Eligibility(
            CriteriaText.unescaped(cell("EligibilityCriteria")),
            checks.sex("Sex", cell("Sex")),
            checks.age("MinAge", cell("MinAge")),
            checks.age("MaxAge", cell("MaxAge")),
            "",
            null,
            "",
            snapshot),
        List.of(),
        list("Countries"),
        new Provenance(KIND, file, records, snapshot));
  }

  private Optional<LocalDate> snapshotCell(RecordChecks checks) {
    String text = cell("SnapshotDate");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      checks.wrong("SnapshotDate", "date-expected", text);
      return Optional.empty();
    }
  }

  private void site(RecordChecks checks) throws IOException {
    String trial = checks.nctId("NCTId", cell("NCTId"));
    Trial.Status status = checks.status("OverallStatus", cell("OverallStatus"), "", "");
    Site site =
        new Site(
            cell("Facility"),
            cell("City"),
            cell("State"),
            cell("Country"),
            cell("SiteStatus"),
            checks.degrees("Latitude", cell("Latitude"), 90),
            checks.degrees("Longitude", cell("Longitude"), 180));
    if (!checks.problems().isEmpty()) {
      sink.refused(checks.problems());
      return;
    }
    if (!trial.equals(siteTrial)) {
      trialOfSites();
      siteTrial = trial;
      siteTitle = cell("BriefTitle");
      siteStatus = status;
      firstSite = records;
    }
    sites.add(site);
  }

  private void trialOfSites() throws IOException {
    if (sites.isEmpty()) {
      return;
    }
    LocalDate snapshot = day.of(Optional.empty());
    sink.trial(
        new Trial(
            siteTrial,
            List.of(),
            new Title(siteTitle, "", ""),
            siteStatus,
            new Dates("", "", "", ""),
            new Sponsor("", ""),
            new Design("", List.of(), "", "", "", null, ""),
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            List.of(),
            new Eligibility("", "", "", "", "", null, "", snapshot),
            sites,
            List.of(),
            new Provenance(KIND, file, firstSite, snapshot)));
    sites = new ArrayList<>();
  }
}
