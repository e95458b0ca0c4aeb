package org.myocohort.app.web.patients;

import org.myocohort.app.web.Addresses;
import org.myocohort.registry.overview.PatientQuery;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// The address of a list of patients.
public final class ListAddress {
  private ListAddress() {}

  /// The list that a query asks for; only what differs from the whole list stands in the address.
  public static String of(String study, PatientQuery query) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath(Addresses.study(study) + "/patients");
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
