package org.myocohort.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The arrows between the modules, and what keeps their answers reproducible.
class ArchitectureTest {

  /// Values and text only: no files, no network, no logger, no database, no windows.
  private static final DescribedPredicate<JavaClass> LANGUAGE =
      resideInAnyPackage(
          "", // primitives
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.io",
          "java.math",
          "java.nio.charset",
          "java.text",
          "java.time..",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "org.jspecify.annotations");

  /// Besides these, files and their digests.
  private static final DescribedPredicate<JavaClass> FILES =
      resideInAnyPackage("java.nio..", "java.security", "java.util.zip");

  /// Where the same input would not give the same answer: owner, then methods (`<init>` without
  /// arguments for a constructor).
  private record Source(String owner, Set<String> methods) {
    boolean holds(JavaAccess<?> access) {
      return access.getTargetOwner().getName().equals(owner) && methods.contains(access.getName());
    }
  }

  private static final List<Source> ENVIRONMENT =
      List.of(
          new Source(
              "java.lang.System",
              Set.of("getenv", "getProperty", "getProperties", "currentTimeMillis", "nanoTime")),
          new Source("java.lang.Boolean", Set.of("getBoolean")),
          new Source("java.lang.Integer", Set.of("getInteger")),
          new Source("java.lang.Long", Set.of("getLong")),
          new Source("java.lang.Math", Set.of("random")),
          new Source("java.nio.charset.Charset", Set.of("defaultCharset")),
          new Source("java.time.ZoneId", Set.of("systemDefault")),
          new Source("java.util.Locale", Set.of("getDefault")),
          new Source("java.util.TimeZone", Set.of("getDefault")),
          new Source("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
          new Source("java.util.UUID", Set.of("randomUUID")));

  private static final Set<String> CLOCKS =
      Set.of("now", "system", "systemUTC", "systemDefaultZone");

  private static final Set<String> SEEDED_BY_CHANCE =
      Set.of("java.util.Date", "java.util.GregorianCalendar", "java.util.Random");

  private static final DescribedPredicate<JavaAccess<?>> CLOCK_OR_ENVIRONMENT =
      describe(
          "clock, environment, defaults of the machine, chance",
          access ->
              ENVIRONMENT.stream().anyMatch(source -> source.holds(access))
                  || (access.getTargetOwner().getPackageName().startsWith("java.time")
                      && CLOCKS.contains(access.getName()))
                  || (SEEDED_BY_CHANCE.contains(access.getTargetOwner().getName())
                      && access.getDescription().contains("<init>()")));

  @Test
  void theCoreDependsOnTheLanguageTheUnitLibraryAndItselfOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            LANGUAGE.or(MavenModule.CORE.owned()).or(resideInAnyPackage("org.fhir.ucum..")))
        .check(MavenModule.CORE.classes());
  }

  @Test
  void statisticsDependOnTheLanguageAndCommonsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            LANGUAGE
                .or(MavenModule.STATISTICS.owned())
                .or(
                    resideInAnyPackage(
                        "org.apache.commons.statistics..", "org.apache.commons.numbers..")))
        .check(MavenModule.STATISTICS.classes());
  }

  @Test
  void figuresDependOnTheLanguageOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(LANGUAGE.or(MavenModule.FIGURES.owned()))
        .check(MavenModule.FIGURES.classes());
  }

  @Test
  void papersKnowFiguresShapesAndThePdfLibraryOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            LANGUAGE
                .or(MavenModule.PAPER.owned())
                .or(MavenModule.FIGURES.owned())
                .or(
                    resideInAnyPackage(
                        "java.awt..",
                        "java.nio",
                        "java.security",
                        "java.util.zip",
                        "javax.xml.stream",
                        "org.apache.fontbox.ttf",
                        "org.apache.pdfbox..")))
        .check(MavenModule.PAPER.classes());
  }

  @Test
  void exchangeDependsOnFilesJsonYamlWorkbooksAndTheCoreOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            LANGUAGE
                .or(FILES)
                .or(MavenModule.EXCHANGE.owned())
                .or(MavenModule.CORE.owned())
                .or(
                    resideInAnyPackage(
                        "org.fhir.ucum..", "tools.jackson..", "org.dhatim..", "org.snakeyaml..")))
        .check(MavenModule.EXCHANGE.classes());
  }

  @Test
  void careKnowsThePatientsRecordAndFilesOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            LANGUAGE
                .or(FILES)
                .or(MavenModule.CARE.owned())
                .or(MavenModule.EXCHANGE.owned())
                .or(MavenModule.CORE.owned())
                .or(
                    resideInAnyPackage(
                        "tools.jackson..", "org.apache.lucene..", "javax.xml.stream")))
        .check(MavenModule.CARE.classes());
  }

  @Test
  void cohortKnowsThePatientsRecordRulesFilesAndStatisticsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            LANGUAGE
                .or(FILES)
                .or(MavenModule.COHORT.owned())
                .or(MavenModule.STATISTICS.owned())
                .or(MavenModule.CARE.owned())
                .or(MavenModule.EXCHANGE.owned())
                .or(MavenModule.CORE.owned()))
        .check(MavenModule.COHORT.classes());
  }

  @Test
  void assayKnowsFilesStatisticsAndThePatientsRecordOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            LANGUAGE
                .or(FILES)
                .or(MavenModule.ASSAY.owned())
                .or(MavenModule.EXCHANGE.owned())
                .or(MavenModule.STATISTICS.owned())
                .or(MavenModule.CORE.owned()))
        .check(MavenModule.ASSAY.classes());
  }

  @Test
  void evidenceKnowsFilesStatisticsAndThePatientsRecordOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            LANGUAGE
                .or(FILES)
                .or(MavenModule.EVIDENCE.owned())
                .or(MavenModule.EXCHANGE.owned())
                .or(MavenModule.STATISTICS.owned())
                .or(MavenModule.CORE.owned())
                .or(
                    resideInAnyPackage(
                        "tools.jackson..",
                        "org.apache.lucene..",
                        "org.apache.commons..",
                        "org.jbibtex..",
                        "de.bwaldvogel.liblinear..",
                        "java.util.concurrent.atomic",
                        "javax.xml.stream")))
        .check(MavenModule.EVIDENCE.classes());
  }

  @Test
  void theRegistryKnowsNeitherPagesNorCommands() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.springframework..", "picocli..", "jakarta..")
                .or(MavenModule.APP.owned()))
        .check(MavenModule.REGISTRY.classes());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APP")
  void onlyTheApplicationReadsClockAndEnvironment(MavenModule module) {
    noClasses().should().accessTargetWhere(CLOCK_OR_ENVIRONMENT).check(module.classes());
  }

  @ParameterizedTest
  @EnumSource
  void packagesOfAModuleHaveNoCycles(MavenModule module) {
    slices().matching("org.myocohort.(**)").should().beFreeOfCycles().check(module.classes());
  }

  @ParameterizedTest
  @EnumSource
  void everyPackageIsNullMarked(MavenModule module) {
    assertThat(module.packages())
        .isNotEmpty()
        .allSatisfy(
            part -> assertThat(part.isAnnotatedWith(NullMarked.class)).as(part.getName()).isTrue());
  }

  @Test
  void modulesShareNoPackage() {
    List<String> names =
        Stream.of(MavenModule.values())
            .flatMap(module -> module.packages().stream())
            .map(part -> part.getName())
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }
}
