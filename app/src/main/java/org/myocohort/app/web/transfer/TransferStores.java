package org.myocohort.app.web.transfer;

import java.time.InstantSource;
import org.myocohort.registry.exporting.Exporter;
import org.myocohort.registry.importing.ImportRuns;
import org.myocohort.registry.importing.ImportUndo;
import org.myocohort.registry.importing.Importer;
import org.myocohort.registry.importing.Mappings;
import org.myocohort.registry.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the pages of import and export ask.
@Configuration(proxyBeanMethods = false)
class TransferStores {
  @Bean
  Importer importer(Database database, InstantSource clock) {
    return new Importer(database, clock);
  }

  @Bean
  ImportRuns importRuns(Database database, InstantSource clock) {
    return new ImportRuns(database, clock);
  }

  @Bean
  ImportUndo importUndo(Database database, InstantSource clock) {
    return new ImportUndo(database, clock);
  }

  @Bean
  Mappings mappings(Database database, InstantSource clock) {
    return new Mappings(database, clock);
  }

  @Bean
  Exporter exporter(Database database, InstantSource clock) {
    return new Exporter(database, clock);
  }
}
