package org.myocohort.care.trial.registry;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.Trial.Dates;
import org.myocohort.care.trial.Trial.Design;
import org.myocohort.care.trial.Trial.Eligibility;
import org.myocohort.care.trial.Trial.Intervention;
import org.myocohort.care.trial.Trial.Provenance;
import org.myocohort.care.trial.Trial.Site;
import org.myocohort.care.trial.Trial.Sponsor;
import org.myocohort.care.trial.Trial.Title;

/// The old XML form of ClinicalTrials.gov: one `clinical_study` a file, or many within another
/// element. No document type and no entity of a file's own is read.
final class XmlTrials {
  static final String KIND = "ctgov-xml";

  private static final String DOWNLOADED = "ClinicalTrials.gov processed this data on ";
  private static final int DEEPEST = 40;

  private final String file;
  private final SnapshotDay day;
  private final TrialSink sink;
  private int records;

  XmlTrials(String file, SnapshotDay day, TrialSink sink) {
    this.file = file;
    this.day = day;
    this.sink = sink;
  }

  void read(InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        while (xml.hasNext()) {
          if (xml.next() == XMLStreamConstants.START_ELEMENT
              && xml.getLocalName().equals("clinical_study")) {
            record(XmlElement.read(xml, DEEPEST));
          }
        }
      } finally {
        xml.close();
      }
    } catch (XMLStreamException wrong) {
      int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNumber();
      refuse("xml-ends", Integer.toString(line));
    }
    if (records == 0) {
      refuse("xml-without-study");
    }
  }

  private void refuse(String code, String... values) throws IOException {
    records++;
    sink.refused(List.of(new RecordProblem(file, records, "", "", code, "", List.of(values))));
  }

  private void record(XmlElement study) throws IOException {
    records++;
    RecordChecks checks = new RecordChecks(file, records);
    Trial trial = trial(study, checks);
    if (checks.problems().isEmpty()) {
      sink.trial(trial);
    } else {
      sink.refused(checks.problems());
    }
  }

  private Trial trial(XmlElement study, RecordChecks checks) {
    LocalDate snapshot = day.of(downloaded(study));
    List<String> otherIds = new ArrayList<>(study.texts("id_info/org_study_id"));
    otherIds.addAll(study.texts("id_info/secondary_id"));
    return new Trial(
        checks.nctId("nct_id", study.text("id_info/nct_id")),
        otherIds,
        new Title(study.text("brief_title"), study.text("official_title"), study.text("acronym")),
        checks.status(
            "overall_status",
            study.text("overall_status"),
            study.text("last_known_status"),
            study.text("why_stopped")),
        new Dates(
            checks.date("start_date", study.text("start_date")),
            checks.date("primary_completion_date", study.text("primary_completion_date")),
            checks.date("completion_date", study.text("completion_date")),
            checks.date("last_update_posted", study.text("last_update_posted"))),
        new Sponsor(
            study.text("sponsors/lead_sponsor/agency"),
            study.text("sponsors/lead_sponsor/agency_class")),
        new Design(
            study.text("study_type"),
            BareCriteria.phases(study.text("phase")),
            study.text("study_design_info/allocation"),
            study.text("study_design_info/masking"),
            study.text("study_design_info/primary_purpose"),
            checks.count("enrollment", study.text("enrollment")),
            ""),
        study.texts("condition"),
        study.texts("keyword"),
        study.elements("intervention").stream()
            .map(each ->
                new Intervention(each.text("intervention_type"), each.text("intervention_name")))
            .toList(),
        study.block("brief_summary/textblock"),
        study.block("detailed_description/textblock"),
        study.texts("primary_outcome/measure"),
        new Eligibility(
            CriteriaText.unescaped(study.raw("eligibility/criteria/textblock").stripTrailing()),
            checks.sex("gender", study.text("eligibility/gender")),
            checks.age("minimum_age", study.text("eligibility/minimum_age")),
            checks.age("maximum_age", study.text("eligibility/maximum_age")),
            study.text("eligibility/healthy_volunteers"),
            null,
            "",
            snapshot),
        sites(study),
        study.texts("location_countries/country"),
        new Provenance(KIND, file, records, snapshot));
  }

  private static Optional<LocalDate> downloaded(XmlElement study) {
    String text = study.text("required_header/download_date");
    String date =
        text.startsWith(DOWNLOADED) ? EnglishDate.of(text.substring(DOWNLOADED.length())) : "";
    return date.length() == 10 ? Optional.of(LocalDate.parse(date)) : Optional.empty();
  }

  private static List<Site> sites(XmlElement study) {
    List<Site> sites = new ArrayList<>();
    for (XmlElement location : study.elements("location")) {
      sites.add(
          new Site(
              location.text("facility/name"),
              location.text("facility/address/city"),
              location.text("facility/address/state"),
              location.text("facility/address/country"),
              location.text("status"),
              null,
              null));
    }
    return sites;
  }
}
