package org.myocohort.app.meta;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.smallstudy.EggerTest;

/// Writes a result into a folder: every number, the words, the figures.
final class MetaFolder {
  private MetaFolder() {}

  static void write(Path folder, MetaResult result, List<String> sentences, Texts texts)
      throws IOException {
    Files.createDirectories(folder);
    Analysis analysis = result.analysis();
    write(folder, "meta.csv", MetaRows.csv(result));
    write(folder, "meta.txt", MetaText.of(result, sentences, texts));
    AtomicFile.write(
        folder.resolve("meta.json"), MetaJson.write(result, sentences, new MetaMessages(texts)));
    write(folder, "forest.svg", ForestPlot.draw(result, texts));
    Path funnel = folder.resolve("funnel.svg");
    if (analysis.effects().size() >= EggerTest.FEWEST_STUDIES
        && analysis.pooled().result().isPresent()) {
      double centre = analysis.pooled().result().map(PooledEffect::estimate).orElse(0.0);
      write(folder, "funnel.svg", FunnelPlot.draw(analysis, centre, texts));
    } else {
      // A funnel of an earlier run with more studies would be taken for one of these.
      Files.deleteIfExists(funnel);
    }
  }

  private static void write(Path folder, String name, String text) throws IOException {
    AtomicFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
