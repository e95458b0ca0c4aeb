package org.myocohort.care.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.care.alert.Alert.State;
import org.myocohort.care.record.LastDay;
import org.myocohort.patient.PatientRecord;

/// What every rule says of a record on a day. That nothing was raised is not "safe": the counts say
/// what was asked.
///
/// @param on the day
/// @param alerts one a rule, in the order of the rules
public record AlertReport(LocalDate on, List<Alert> alerts) {
  public AlertReport {
    alerts = List.copyOf(alerts);
  }

  /// Puts every rule to a record as it stands on a day; as on that of death where the patient had
  /// died before it.
  public static AlertReport of(PatientRecord patient, LocalDate day) {
    LocalDate on = LastDay.of(patient, day);
    AlertCheck check = new AlertCheck(patient, on);
    List<Alert> alerts = new ArrayList<>();
    for (AlertRule rule : AlertRules.shipped().all()) {
      alerts.add(check.answer(rule));
    }
    return new AlertReport(on, alerts);
  }

  /// The alerts of a state.
  public List<Alert> in(State state) {
    return alerts.stream().filter(alert -> alert.state() == state).toList();
  }

  /// How many rules found what they ask for: raised or clear.
  public int checked() {
    return in(State.RAISED).size() + in(State.CLEAR).size();
  }

  /// The answer of a rule.
  public Alert alert(String rule) {
    return alerts.stream().filter(each -> each.rule().id().equals(rule)).findFirst().orElseThrow();
  }
}
