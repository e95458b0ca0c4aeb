package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.instrument.StudySettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudyWriterTest {
  private static final StudyWriter.Description LETTER =
      new StudyWriter.Description(
          "anakinra-antisynthetase",
          "Anakinra for the treatment of antisynthetase syndrome",
          false,
          new StudySettings("anakinra", 90, null),
          null);

  @TempDir Path temporary;

  @Test
  void theExamplesDataPackageIsWhatTheWriterWrites() throws Exception {
    for (String file : new String[] {"patients.csv", "reported-statistics.csv"}) {
      Files.copy(Folder.EXAMPLE.resolve(file), temporary.resolve(file));
    }

    StudyWriter.describe(temporary, LETTER);

    assertThat(temporary.resolve("datapackage.json"))
        .hasSameBinaryContentAs(Folder.EXAMPLE.resolve("datapackage.json"));
  }

  @Test
  void aDataPackageThatIsThereIsNotWrittenOver() {
    new Folder(temporary).withPatients().with("datapackage.json", "{}");

    assertThatThrownBy(() -> StudyWriter.describe(temporary, LETTER))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(temporary.resolve("datapackage.json")).hasContent("{}");
  }

  @Test
  void theDescriptionSaysHowEachTableIsWrittenAndWhatItHolds() throws Exception {
    Folder folder =
        new Folder(temporary)
            .withPatients()
            .with(
                "visits.csv",
                "\uFEFFid;patient;date;haq;mmt;ck;mood;baseline\nV1;P1;2020-01-01;1,5;70;<30;good;1\n");
    StudySettings settings = new StudySettings(null, 30, new BigDecimal("66.5"));

    StudyWriter.describe(
        temporary,
        new StudyWriter.Description("My Study (2026)", "My study", true, settings, "type-6"));

    JsonNode root = JsonMapper.shared().readTree(temporary.resolve("datapackage.json").toFile());
    assertThat(root.path("name").asString()).isEqualTo("my-study-2026-");
    assertThat(root.path("resources").size()).isEqualTo(2);
    JsonNode visits = root.path("resources").get(1);
    assertThat(visits.path("profile").asString()).isEqualTo("tabular-data-resource");
    assertThat(visits.path("encoding").asString()).isEqualTo("utf-8");
    assertThat(visits.path("dialect").path("delimiter").asString()).isEqualTo(";");
    JsonNode schema = visits.path("schema");
    assertThat(schema.path("primaryKey").asString()).isEqualTo("id");
    assertThat(schema.path("missingValues").toString())
        .isEqualTo("[\"\",\"NR\",\"ND\",\"NA\",\"unknown\",\"refused\"]");
    assertThat(schema.path("foreignKeys").toString())
        .isEqualTo(
            "[{\"fields\":\"patient\",\"reference\":{\"resource\":\"patients\",\"fields\":\"id\"}}]");
    assertThat(field(schema, "haq"))
        .startsWith("{\"name\":\"haq\",\"type\":\"number\",\"decimalChar\":\",\",")
        .endsWith("\"constraints\":{\"minimum\":0,\"maximum\":3}}");
    assertThat(field(schema, "mmt")).doesNotContain("decimalChar");
    assertThat(field(schema, "ck")).contains("\"type\":\"string\"", "\"pattern\"");
    assertThat(field(schema, "mood")).isEqualTo("{\"name\":\"mood\",\"type\":\"any\"}");

    Study study = folder.read();
    assertThat(study.synthetic()).isTrue();
    assertThat(study.settings()).isEqualTo(settings);
    assertThat(study.quartileMethod()).isEqualTo("type-6");
  }

  private static String field(JsonNode schema, String name) {
    for (JsonNode field : schema.path("fields")) {
      if (field.path("name").asString().equals(name)) {
        return field.toString();
      }
    }
    return "";
  }
}
