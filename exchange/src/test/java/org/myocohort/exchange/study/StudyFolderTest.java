package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.exchange.csv.CsvEdit;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Biomarker;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Sex;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Treatment.Phase;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

class StudyFolderTest {
  @TempDir Path temporary;

  @Test
  void theLettersStudyHasItsSevenPatientsAndThirteenNumbers() throws Exception {
    Study study = StudyFolder.read(Folder.EXAMPLE).study();

    assertThat(study.name()).isEqualTo("anakinra-antisynthetase");
    assertThat(study.title()).isEqualTo("Anakinra for the treatment of antisynthetase syndrome");
    assertThat(study.synthetic()).isFalse();
    assertThat(study.settings()).isEqualTo(new StudySettings("anakinra", 90, null));
    assertThat(study.quartileMethod()).isNull();
    assertThat(study.patients().stream().map(PatientRecord::id))
        .containsExactly("P1", "P2", "P3", "L1", "L2", "L3", "L4");
    assertThat(study.reportedStatistics())
        .hasSize(13)
        .element(9)
        .isEqualTo(
            new ReportedStatisticRow(
                new RowReference("reported-statistics", "R10"),
                11,
                "biomarker abstract",
                "serum IL-1Ra at 6 months on anakinra",
                "pg/ml",
                "10",
                "inferred",
                "mean",
                "19571",
                "19572",
                "18844",
                "range",
                "0.005",
                "paired with baseline"));
  }

  /// The letter's table, typed again from it.
  @Test
  void theLettersPatientsAreReadAsItsTableSays() throws Exception {
    Study study = StudyFolder.read(Folder.EXAMPLE).study();

    PatientRecord two = study.patient("P2").orElseThrow();
    assertThat(two.person().cohort()).isEqualTo(Cohort.OWN);
    assertThat(two.person().sex()).isEqualTo(Value.of(Sex.MALE));
    assertThat(two.person().ageYears()).isEqualTo(Value.of(new BigDecimal("55")));
    assertThat(two.coverage()).isEqualTo(Coverage.CLOSED_LIST);
    assertThat(two.manifestations().stream().map(Manifestation::finding))
        .containsExactly("fever", "ILD", "myocarditis", "rash", "raynaud");
    assertThat(two.manifestations()).allMatch(found -> found.present() == Truth.TRUE);
    assertThat(two.antibodies().stream().map(AntibodyResult::antibody))
        .containsExactly("anti-PL-12");
    assertThat(two.treatments().stream().map(t -> t.phase() + " " + t.drug()))
        .containsExactly(
            "PRIOR glucocorticoid",
            "PRIOR azathioprine",
            "PRIOR mycophenolate mofetil",
            "INDEX anakinra",
            "CONCOMITANT glucocorticoid");
    assertThat(two.reportedResponse()).isEqualTo(Value.of("major"));
    assertThat(two.visits()).isEmpty();

    PatientRecord zong = study.patient("L2").orElseThrow();
    assertThat(zong.person().cohort()).isEqualTo(Cohort.LITERATURE);
    assertThat(zong.person().source()).isEqualTo(Value.of("Zong (reference 8)"));
    assertThat(zong.coverage()).isEqualTo(Coverage.NOT_REPORTED);
    assertThat(zong.manifestations()).isEmpty();
    assertThat(zong.measurements("acute-phase-reactants").getFirst().qualitative())
        .isEqualTo(Value.absent(AbsenceReason.NOT_REPORTED));

    Treatment dose = index(study.patient("L3").orElseThrow());
    assertThat(dose.dose()).isEqualTo(Value.absent(AbsenceReason.NOT_REPORTED));
    assertThat(index(zong).dose()).isEqualTo(Value.of(new BigDecimal("100")));
    assertThat(index(zong).row().column(index(zong).column()))
        .isEqualTo("patients/L2/anakinra_mg_per_day");
  }

  private static Treatment index(PatientRecord patient) {
    return patient.treatments().stream()
        .filter(treatment -> treatment.phase() == Phase.INDEX)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPatientsFileByItselfIsAStudy() throws Exception {
    StudyFolder file = StudyFolder.readPatientsFile(Folder.EXAMPLE.resolve("patients.csv"));

    assertThat(file.study().name()).isEqualTo("patients");
    assertThat(file.study().settings()).isEqualTo(StudySettings.DEFAULT);
    assertThat(file.study().patients())
        .isEqualTo(StudyFolder.read(Folder.EXAMPLE).study().patients());
    assertThat(file.tableNames()).containsExactly("patients");
    assertThat(file.folder()).isEmpty();
  }

  @Test
  void everyTableBecomesFactsThatPointToTheirRows() {
    Folder folder =
        new Folder(temporary)
            .withPatients()
            .with(
                "antibodies.csv",
                """
                id;patient;antibody;method;result;titre;unit;date
                A1;P2;Jo-1;line blot;weak positive;++;;2020-05
                """)
            .with(
                "manifestations.csv",
                """
                id,patient,finding,status,from,to
                F1,P2,interstitial pneumonia,absent,2020,NA
                """)
            .with(
                "measurements.csv",
                """
                id,patient,date,measurement,value,qualitative,unit,lower_limit,upper_limit,assay
                M1,P2,2020-05-04,CRP,<30,increased,mg/L,0,5,latex
                """)
            .with(
                "treatments.csv",
                """
                id,patient,drug,dose,unit,route,frequency,start,stop,reason_started,reason_stopped
                T1,P2,PDN,12.5,mg,oral,every other day,2020-05-04,NA,flare,
                """)
            .with(
                "adverse_events.csv",
                """
                id,patient,term,grade,ctcae_version,start,stop,serious,related_to
                X1,P2,rash,2,5.0,2020-06,2020,no,kineret
                """)
            .with("events.csv", "id,patient,kind,date,note\nE1,P2,flare,2020-07,weak\n")
            .with(
                "biomarkers.csv",
                """
                id,patient,sample,date,marker,assay,value,unit,population,parent,batch,quality
                B1,P2,S1,2020-05-04,CD45RO,flow,42.5,%,Lymphocytes/CD4/CD45RO,Lymphocytes/CD4,7,cv-above-limit
                """);
    PatientRecord patient = folder.patient("P2");
    Value<Moment> day = Moment.parse("2020-05-04").<Value<Moment>>map(Value::of).orElseThrow();

    assertThat(patient.antibodies())
        .containsExactly(
            new AntibodyResult(
                new RowReference("antibodies", "A1"),
                "antibody",
                "anti-Jo-1",
                Value.of("line blot"),
                AntibodyResult.Result.WEAK_POSITIVE,
                Value.of("++"),
                "",
                moment("2020-05")));
    assertThat(patient.coverage()).isEqualTo(Coverage.OPEN);
    assertThat(patient.manifestations())
        .containsExactly(
            new Manifestation(
                new RowReference("manifestations", "F1"),
                "finding",
                "ILD",
                Truth.FALSE,
                moment("2020"),
                Value.absent(AbsenceReason.NOT_APPLICABLE)));
    assertThat(patient.measurements())
        .containsExactly(
            new Measurement(
                new RowReference("measurements", "M1"),
                "crp",
                day,
                new Value.Below<>(new BigDecimal("30")),
                Value.of("increased"),
                "mg/L",
                Value.of(new BigDecimal("0")),
                Value.of(new BigDecimal("5")),
                Value.of("latex")));
    assertThat(patient.treatments())
        .containsExactly(
            new Treatment(
                new RowReference("treatments", "T1"),
                "drug",
                "prednisone",
                Phase.DATED,
                Value.of(new BigDecimal("12.5")),
                "mg",
                Value.of("oral"),
                Value.of(Frequency.EVERY_OTHER_DAY),
                day,
                Value.absent(AbsenceReason.NOT_APPLICABLE),
                Value.of("flare"),
                Value.absent(AbsenceReason.NOT_RECORDED)));
    assertThat(patient.adverseEvents())
        .containsExactly(
            new AdverseEvent(
                new RowReference("adverse_events", "X1"),
                "rash",
                Value.of(2),
                Value.of("5.0"),
                moment("2020-06"),
                // A year that may end after the month began is not before it.
                moment("2020"),
                Value.of("no"),
                Value.of("anakinra")));
    assertThat(patient.events())
        .containsExactly(
            new ClinicalEvent(
                new RowReference("events", "E1"),
                ClinicalEvent.Kind.FLARE,
                moment("2020-07"),
                "weak"));
    assertThat(patient.biomarkers())
        .containsExactly(
            new Biomarker(
                new RowReference("biomarkers", "B1"),
                Value.of("S1"),
                day,
                "CD45RO",
                Value.of("flow"),
                Value.of(new BigDecimal("42.5")),
                "%",
                "Lymphocytes/CD4/CD45RO",
                "Lymphocytes/CD4",
                Value.of("7"),
                "cv-above-limit"));
    assertThat(patient.biomarkers().getFirst().isScattered()).isTrue();
    assertThat(folder.patient("P1").events()).isEmpty();
  }

  private static Value<Moment> moment(String text) {
    return Value.of(Moment.parse(text).orElseThrow());
  }

  @Test
  void visitsStandInOrderOfTimeAndTheMarkedOneIsTheBaseline() {
    Folder folder =
        new Folder(temporary)
            .withPatients()
            .with(
                "visits.csv",
                """
                id,patient,date,physician_global,haq,baseline
                V3,P1,2020-06-01,2,NR,
                V1,P1,2020-01-01,7,1.5,
                V4,P2,2020-01-01,5,1,
                V2,P1,2020-02-01,6,1.25,1
                """);

    PatientRecord one = folder.patient("P1");
    assertThat(one.visits().stream().map(visit -> visit.row().id()))
        .containsExactly("V1", "V2", "V3");
    assertThat(one.visits().getLast().scale(CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE))
        .isEqualTo(Value.absent(AbsenceReason.NOT_REPORTED));
    assertThat(one.baseline()).isNotNull().extracting(Visit::row).hasToString("visits/V2");
    assertThat(folder.patient("P2").baseline()).isNull();
  }

  @Test
  void unknownColumnsTablesAndFilesAreIgnoredWithoutComplaint() {
    Study study =
        new Folder(temporary)
            .with("patients.csv", "favourite colour,id,,sex\ngreen,P1,?,F\n")
            .with("genomes.csv", "no table of ours")
            .with(
                "datapackage.json",
                """
                {"resources": [{"name": "genomes", "path": "genomes.csv"},
                  {"name": "registry", "path": "https://example.org/x.csv"},
                  {"name": "inline", "data": [1]}], "licenses": [], "myocohort": {"later": 1}}
                """)
            .read();

    assertThat(study.patients()).hasSize(1);
    assertThat(study.patients().getFirst().person().sex()).isEqualTo(Value.of(Sex.FEMALE));
  }

  @Test
  void aTableIsKnownByItsResourceNameOrByItsFileName() throws Exception {
    Folder folder =
        new Folder(temporary)
            .with("data/people.csv", "id\nP1\n")
            .with("data/events.csv", "id,patient,kind,date\nE1,P1,flare,2020\n")
            .with("visits.csv", "id,patient,date,haq\nV1,P1,2020-01-01,1\n")
            .with(
                "datapackage.json",
                """
                \uFEFF{"name": "x", "resources": [
                  {"name": "patients", "path": ["data/people.csv"]},
                  {"name": "what-happened", "path": "data/events.csv"}],
                  "myocohort": {"index": "ANK", "baselineWindowDays": 30, "synthetic": true,
                    "childHealthRange": 66.5, "quartileMethod": "type-7"}}
                """);

    StudyFolder read = StudyFolder.read(folder.path());

    assertThat(read.tableNames()).containsExactly("patients", "visits", "events");
    assertThat(read.path("patients")).contains(temporary.resolve("data/people.csv"));
    assertThat(read.study().synthetic()).isTrue();
    assertThat(read.study().quartileMethod()).isEqualTo("type-7");
    assertThat(read.study().settings())
        .isEqualTo(new StudySettings("anakinra", 30, new BigDecimal("66.5")));
    PatientRecord patient = read.study().patient("P1").orElseThrow();
    assertThat(patient.events()).hasSize(1);
    assertThat(patient.visits()).hasSize(1);
  }

  @Test
  void aStudyIsWrittenToAnotherFolderByteForByte() throws Exception {
    Path from = temporary.resolve("from");
    Folder folder =
        new Folder(from)
            .with("data/people.csv", "\uFEFFid;note\r\nP1;\"two\r\nlines\"")
            .with("visits.csv", "id,patient,date,haq,mood\nV1,P1,2020-01-01,1,good\n")
            .with("notes/genomes.csv", "anything")
            .with(
                "datapackage.json",
                "{ \"resources\":[{\"name\":\"patients\",\"path\":\"data/people.csv\"} ] }  ");
    Files.write(
        from.resolve("events.csv"),
        "id;patient;kind;date;note\nE1;P1;flare;2020;età\n".getBytes(StandardCharsets.ISO_8859_1));

    Path to = temporary.resolve("to");
    StudyFolder.read(from).copyTo(to);

    assertThat(new Folder(to).listing()).isEqualTo(folder.listing());
    for (String file :
        List.of(
            "data/people.csv",
            "visits.csv",
            "notes/genomes.csv",
            "datapackage.json",
            "events.csv")) {
      assertThat(to.resolve(file)).hasSameBinaryContentAs(from.resolve(file));
    }
  }

  @Test
  void oneCellOfAStudyIsChangedInPlace() throws Exception {
    Folder folder =
        new Folder(temporary)
            .with("patients.csv", "id;sex;mood\r\nP1;female;\"so; so\"\r\nP2;;\r\n");
    StudyFolder study = StudyFolder.read(folder.path());
    CsvFile patients = study.table("patients").orElseThrow();

    new CsvEdit(patients)
        .cell(1, "sex", "male")
        .append(Map.of("id", "P3"))
        .apply()
        .save(study.path("patients").orElseThrow());

    assertThat(temporary.resolve("patients.csv"))
        .content()
        .isEqualTo("id;sex;mood\r\nP1;female;\"so; so\"\r\nP2;male;\r\nP3;;\r\n");
    assertThat(folder.patient("P2").person().sex()).isEqualTo(Value.of(Sex.MALE));
  }
}
