package org.myocohort.app.web.study;

import java.time.InstantSource;
import org.myocohort.app.web.Names;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.audit.AuditLog;
import org.myocohort.registry.overview.Overview;
import org.myocohort.registry.overview.PatientList;
import org.myocohort.registry.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What overviews, lists and the audit's pages ask.
@Configuration(proxyBeanMethods = false)
class StudyPages {
  @Bean
  PatientList patientList(Database database, InstantSource clock) {
    return new PatientList(database, clock);
  }

  @Bean
  Overview overview(Database database, InstantSource clock) {
    return new Overview(database, clock);
  }

  @Bean
  AuditLog auditLog(Database database) {
    return new AuditLog(database);
  }

  @Bean
  Names names(Accounts accounts) {
    return accounts::nameOf;
  }
}
