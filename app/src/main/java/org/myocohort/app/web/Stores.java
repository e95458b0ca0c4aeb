package org.myocohort.app.web;

import java.time.Clock;
import java.time.InstantSource;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registry's stores that pages ask, and the clock.
@Configuration(proxyBeanMethods = false)
class Stores {
  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  Studies studies(Database database, InstantSource clock) {
    return new Studies(database, clock);
  }

  @Bean
  Accounts accounts(Database database, InstantSource clock) {
    return new Accounts(database, clock);
  }

  @Bean
  PatientStore patientStore(Database database, InstantSource clock) {
    return new PatientStore(database, clock);
  }
}
