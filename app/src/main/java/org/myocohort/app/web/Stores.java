package org.myocohort.app.web;

import java.time.Clock;
import java.time.InstantSource;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.account.Passkeys;
import org.myocohort.registry.audit.AuditLog;
import org.myocohort.registry.exporting.Exporter;
import org.myocohort.registry.importing.ImportRuns;
import org.myocohort.registry.importing.ImportUndo;
import org.myocohort.registry.importing.Importer;
import org.myocohort.registry.importing.Mappings;
import org.myocohort.registry.overview.Overview;
import org.myocohort.registry.overview.PatientList;
import org.myocohort.registry.patient.PatientHeads;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.review.DataQueries;
import org.myocohort.registry.review.Drafts;
import org.myocohort.registry.review.PatientLock;
import org.myocohort.registry.review.Signatures;
import org.myocohort.registry.review.TaperPlans;
import org.myocohort.registry.review.TextSignatures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What of the registry the pages ask; each is made with the database and the clock.
@Configuration(proxyBeanMethods = false)
@Import({
  Accounts.class,
  AuditLog.class,
  DataQueries.class,
  Drafts.class,
  Exporter.class,
  ImportRuns.class,
  ImportUndo.class,
  Importer.class,
  Mappings.class,
  Overview.class,
  Passkeys.class,
  PatientHeads.class,
  PatientList.class,
  PatientLock.class,
  PatientStore.class,
  Signatures.class,
  Studies.class,
  TaperPlans.class,
  TextSignatures.class,
})
class Stores {
  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  Names names(Accounts accounts) {
    return accounts::nameOf;
  }
}
