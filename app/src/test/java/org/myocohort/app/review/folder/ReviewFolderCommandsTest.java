package org.myocohort.app.review.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;

/// The chain of the commands on one folder: each step reads what the one before wrote.
class ReviewFolderCommandsTest {
  @TempDir private Path place;
  private ReviewOnDisk review;

  /// Embase has works 1 to 4, PubMed 4 and 5.
  @BeforeEach
  void begin() throws IOException {
    review = new ReviewOnDisk(place);
    review.done("import", review.ris("embase.ris", 1, 2, 3, 4), "--name", "Embase", "--by", "anna");
    review.done("import", review.ris("pubmed.ris", 4, 5), "--name", "PubMed", "--by", "anna");
  }

  private void screenAll() {
    review.done("screen", "--record", "1-1,1-4", "--decide", "include", "--by", "anna");
    review.done("screen", "--record", "1-1,1-4", "--decide", "include", "--by", "ben");
    for (String by : new String[] {"anna", "ben"}) {
      review.done(
          "screen", "--record", "1-2,1-3,2-2", "--decide", "exclude", "--reason", "2", "--by", by);
    }
  }

  @Test
  void anImportSaysWhatEachFileBroughtAndOfAKnownOneThatNothingChanged() throws IOException {
    Path larger = review.ris("larger.ris", 1, 2, 3, 4, 6);
    Files.writeString(
        larger, Files.readString(place.resolve("embase.ris")) + Files.readString(larger));
    String out =
        review.done(
            "import", place.resolve("embase.ris"), larger, "--name", "Embase", "--format", "csv");
    assertThat(out)
        .startsWith("file,state,import,version,source,name,records,again,before,added,copies,works")
        .contains("embase.ris,known,1,1,database,Embase,4,0,0,4,0,4,\n")
        .contains("larger.ris,new,3,1,database,Embase,9,4,0,5,4,1,0\n");
    assertThat(review.done("import", larger, "--lang", "it")).contains("nulla è cambiato");
  }

  @Test
  void anImportLeavesTheComparisonToAnotherCommandWhereAskedTo() throws IOException {
    Path same = review.ris("scopus.ris", 1, 2);
    review.done("import", same, "--name", "Scopus", "--no-compare");
    assertThat(review.done("screen", "--format", "csv")).contains("works,title-abstract,,7,,\n");
    review.done("dedupe");
    assertThat(review.done("screen", "--format", "csv")).contains("works,title-abstract,,5,,\n");
  }

  @Test
  void twoReviewersScreenDisagreeAndAgree() throws IOException {
    String first = review.session("anna", "title-abstract", "i", "e 9", "e drug", "u", "m", "q");
    assertThat(first)
        .contains("Title and abstract, anna: 0 decided, 5 left")
        .contains("\"9\" is no reason of review.yaml; one of population, drug, or its number")
        .contains("Title and abstract, anna: 2 decided, 3 left");
    assertThat(review.log("anna"))
        .contains(",undo,title-abstract,")
        .containsPattern("decide,title-abstract,\\d-\\d,exclude,drug,relevance 2/");
    review.session("anna", "title-abstract", "e", "e 1", "i", "i");
    assertThat(review.session("ben", "title-abstract", "i", "i", "i", "i", "i"))
        .contains("Nothing is left for ben at this stage.");
    String status = review.done("screen", "--format", "csv");
    assertThat(status)
        .contains("works,title-abstract,,5,,\n")
        .contains("conflict,title-abstract,,3,,\n")
        .contains("decided,title-abstract,anna,5,,\n")
        .contains("overlap,title-abstract,anna - ben,5,,\n")
        .contains("kappa,title-abstract,anna - ben,0,");
    String conflicts = review.done("screen", "--conflicts", "--format", "csv");
    assertThat(conflicts.lines()).hasSize(4).anyMatch(line -> line.contains("anna: maybe;ben:"));
    String work = conflicts.lines().skip(1).findFirst().orElseThrow().split(",", -1)[1];
    assertThat(
            review.done(
                "screen",
                "--record",
                work,
                "--resolve",
                "exclude",
                "--reason",
                "drug",
                "--by",
                "anna",
                "--format",
                "csv"))
        .endsWith(work + "," + work + ",title-abstract,excluded\n");
    assertThat(review.done("screen", "--format", "csv")).contains("conflict,title-abstract,,2,,\n");
  }

  @Test
  void aReviewRunsToItsEndAndIsUpdated() throws IOException {
    screenAll();
    CommandRun early = review.run("update", review.ris("next.ris", 7), "--name", "Embase");
    assertThat(early.exitCode()).isEqualTo(1);
    assertThat(early.err()).contains("full texts to seek, or to note: 2 (1-1, 1-4)");
    review.done("screen", "--retrieved", "1-1", "--not-retrieved", "2-1", "--by", "anna");
    review.session("anna", "full-text", "e", "i");
    review.session("ben", "full-text", "i");
    assertThat(review.done("screen")).contains("Nothing is left to do in this version.");
    Path next =
        Files.writeString(
            place.resolve("next.ris"),
            Files.readString(place.resolve("embase.ris"))
                + Files.readString(review.ris("new.ris", 7)));
    assertThat(review.done("update", next, "--name", "Embase", "--by", "anna"))
        .contains("version 2: 1 works are new; 5 were there before");
    assertThat(review.log("anna")).contains(",update,,,2,,");
    assertThat(review.done("screen")).contains("to screen by title and abstract: 1 (3-5)");
    assertThat(review.done("update", next, "--name", "Embase")).contains("nothing changed");
    assertThat(review.run("screen", "--record", "1-1", "--decide", "maybe").err())
        .contains("an earlier version did");
  }

  @Test
  void duplicatesAreDecidedAndUndone() {
    assertThat(review.done("dedupe")).contains("6 records, 1 of them copies, so 5 works");
    assertThat(review.done("dedupe", "--apart", "1-4,2-1", "--by", "anna", "--reason", "errata"))
        .contains("0 of them copies");
    Path clusters = place.resolve("clusters.csv");
    review.done("dedupe", "--undo", "1-4,2-1", "--merge", "1-1,1-2", "--by", "ben", "-o", clusters);
    assertThat(clusters).hasContent("cluster,id\n1,1-1\n1,1-2\n2,1-4\n2,2-1\n");
    assertThat(review.folder.resolve("duplicates.csv"))
        .hasContent("work,record\n1-1,1-2\n1-4,2-1\n");
    assertThat(
            CommandRun.of("review", "dedupe", place.resolve("pubmed.ris"), "--merge", "1,2").err())
        .contains("decide in a review folder");
  }

  @Test
  void studiesAndSharedPatientsAreRecorded() throws IOException {
    screenAll();
    review.done(
        "screen",
        "--record",
        "1-1,1-4",
        "--stage",
        "full-text",
        "--decide",
        "include",
        "--by",
        "anna");
    review.done(
        "screen",
        "--record",
        "1-1,1-4",
        "--stage",
        "full-text",
        "--decide",
        "include",
        "--by",
        "ben");
    String out =
        review.done(
            "link",
            "1-1,2-1",
            "--study",
            "Trial X",
            "--overlap",
            "L2,A1",
            "--reason",
            "one centre",
            "--by",
            "anna",
            "--format",
            "csv");
    assertThat(out)
        .contains("report,1-1,,Trial X,")
        .contains("report,1-4,,Trial X,")
        .contains("overlap,L2,A1,,anna: one centre\n");
    assertThat(review.done("link", "1-1", "--alone", "--format", "csv"))
        .contains("report,1-1,,1-1,");
    assertThat(review.run("link", "1-1").exitCode()).isEqualTo(2);
  }

  @Test
  void everyLookIsKeptAndNoneIsSpentWhileNothingIsRead() throws IOException {
    assertThat(review.done("screen")).contains("0 of 2 looks made");
    CommandRun stop = review.run("screen", "--stop", "--by", "anna");
    assertThat(stop.exitCode()).isEqualTo(1);
    assertThat(stop.out()).contains("Look 1 of 2").contains("may not stop yet").contains("goes on");
    review.done("screen", "--look", "--by", "anna");
    assertThat(review.log("anna").lines().filter(line -> line.contains(",look,"))).hasSize(1);
    assertThat(review.done("screen")).contains("1 of 2 looks made");
    screenAll();
    assertThat(review.done("screen", "--stop", "--by", "anna", "--format", "json"))
        .contains("\"may_stop\" : true")
        .contains("\"stopped\" : true");
    assertThat(review.done("screen", "--go-on", "--by", "ben")).contains("It goes on.");
  }

  @Test
  void searchesAreKeptAsRunAndReadOnTheReviewsWorks() throws IOException {
    Path text = Files.writeString(place.resolve("s.txt"), "statin AND (muscle  OR \"x\")\n");
    review.done(
        "search",
        "--database",
        "Embase",
        "--dialect",
        "embase",
        "--text-file",
        text,
        "--date",
        "2026-11-20",
        "--count",
        "57",
        "--by",
        "anna");
    assertThat(Files.readString(review.folder.resolve("searches.yaml")))
        .contains("text: \"statin AND (muscle  OR \\\"x\\\")\"")
        .contains("count: 57");
    assertThat(review.done("search"))
        .contains("Search 1: Embase; run 2026-11-20 by anna; records found 57, imported 4")
        .contains("5 of 5 records are found.");
    assertThat(review.done("search", "--format", "csv"))
        .contains("1,Embase,line,1,,Embase.com,,")
        .contains("1,Embase,term,1,");
    CommandRun without = review.run("search", "--database", "Embase", "--text", "a");
    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err()).contains("--dialect");
  }

  @Test
  void aReviewAndAnyExportCanBeRanked() {
    screenAll();
    review.done("screen", "--record", "1-1", "--decide", "undo", "--by", "anna");
    review.done("screen", "--record", "1-1", "--decide", "undo", "--by", "ben");
    assertThat(review.done("rank", "--format", "csv").lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("1,1-1,"));
    CommandRun export =
        CommandRun.of("review", "rank", place.resolve("embase.ris"), "--format", "csv");
    assertThat(export.lines()).hasSize(5);
  }
}
