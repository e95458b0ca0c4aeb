package org.myocohort.app.meta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.myocohort.app.cli.Texts;
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
    Files.writeString(folder.resolve("meta.csv"), MetaRows.csv(result));
    Files.writeString(folder.resolve("meta.txt"), MetaText.of(result, sentences, texts));
    Files.write(
        folder.resolve("meta.json"), MetaJson.write(result, sentences, new MetaMessages(texts)));
    Files.writeString(folder.resolve("forest.svg"), ForestPlot.draw(result, texts));
    Path funnel = folder.resolve("funnel.svg");
    if (analysis.effects().size() >= EggerTest.FEWEST_STUDIES
        && analysis.pooled().result().isPresent()) {
      double centre = analysis.pooled().result().map(PooledEffect::estimate).orElse(0.0);
      Files.writeString(funnel, FunnelPlot.draw(analysis, centre, texts));
    } else {
      // A funnel of an earlier run with more studies would be taken for one of these.
      Files.deleteIfExists(funnel);
    }
  }
}
