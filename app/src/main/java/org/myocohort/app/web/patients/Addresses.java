package org.myocohort.app.web.patients;

import org.myocohort.registry.overview.PatientQuery;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// Addresses of patients and of lists of them.
public final class Addresses {
  private Addresses() {}

  /// The page of a patient.
  public static String patient(String study, String patient) {
    return "/studies/"
        + study
        + "/patients/"
        + UriUtils.encodePathSegment(patient, java.nio.charset.StandardCharsets.UTF_8);
  }

  /// The page of a row of a patient.
  public static String row(String study, String patient, String table, String row) {
    return patient(study, patient)
        + "/rows/"
        + table
        + "/"
        + UriUtils.encodePathSegment(row, java.nio.charset.StandardCharsets.UTF_8);
  }

  /// The list that a query asks for; only what differs from the whole list stands in the address.
  public static String list(String study, PatientQuery query) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/studies/" + study + "/patients");
    add(address, "text", query.text().strip());
    add(address, "sex", query.sex());
    add(address, "centre", query.centre());
    add(address, "antibody", query.antibody());
    add(address, "category", query.category());
    add(address, "status", query.vitalStatus());
    query.flags().forEach(flag -> add(address, "only", flag.code()));
    if (query.sort() != PatientQuery.Column.ID) {
      add(address, "sort", query.sort().code());
    }
    if (query.descending()) {
      add(address, "order", "desc");
    }
    if (query.page() > 1) {
      add(address, "page", Integer.toString(query.page()));
    }
    return address.build(true).toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(
          name,
          UriUtils.encodeQueryParam(value, java.nio.charset.StandardCharsets.UTF_8)
              .replace("+", "%2B"));
    }
  }
}
