package org.myocohort.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.myocohort.app.Main;
import org.myocohort.assay.plate.PlateResult;
import org.myocohort.care.source.Source;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.exchange.study.Study;
import org.myocohort.figures.Svg;
import org.myocohort.paper.document.Document;
import org.myocohort.patient.PatientRecord;
import org.myocohort.registry.store.Database;
import org.myocohort.statistics.Sample;

/// The Maven modules, each with the classes in its own class folder (or jar): a new package belongs
/// to its module without being listed here.
enum MavenModule {
  CORE(PatientRecord.class),
  STATISTICS(Sample.class),
  FIGURES(Svg.class),
  PAPER(Document.class),
  EXCHANGE(Study.class),
  REGISTRY(Database.class),
  CARE(Source.class),
  COHORT(Selection.class),
  ASSAY(PlateResult.class),
  EVIDENCE(BibliographicRecord.class),
  APP(Main.class);

  private static final Map<MavenModule, JavaClasses> READ = new ConcurrentHashMap<>();

  private final Class<?> anyOfIt;

  MavenModule(Class<?> anyOfIt) {
    this.anyOfIt = anyOfIt;
  }

  JavaClasses classes() {
    return READ.computeIfAbsent(this, _ -> builtBeside(anyOfIt));
  }

  /// Whether a class is one of this module.
  DescribedPredicate<JavaClass> owned() {
    return DescribedPredicate.describe(
        "of the module " + this,
        target -> classes().contain(target.getBaseComponentType().getName()));
  }

  /// The packages that hold classes of this module.
  List<JavaPackage> packages() {
    Set<String> names =
        classes().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    return names.stream().sorted().map(classes()::getPackage).toList();
  }

  private static JavaClasses builtBeside(Class<?> anyOfIt) {
    Path place =
        Path.of(URI.create(anyOfIt.getProtectionDomain().getCodeSource().getLocation().toString()));
    if (Files.isDirectory(place)) {
      return new ClassFileImporter().importPath(place);
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      return new ClassFileImporter().importJar(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
