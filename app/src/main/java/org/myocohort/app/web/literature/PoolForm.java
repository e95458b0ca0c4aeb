package org.myocohort.app.web.literature;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.Typed;
import org.springframework.web.util.UriComponentsBuilder;

/// What a page of pooling is asked for, as it stands behind its address.
///
/// @param outcome its code; empty for the only one
/// @param own study; empty for none
/// @param extraction whose; empty for what both agree on
/// @param covariates columns, separated by commas
/// @param shared whether rows that share patients are left out
public record PoolForm(
    @Nullable String outcome,
    @Nullable String own,
    @Nullable String extraction,
    @Nullable String covariates,
    @Nullable Boolean shared) {
  String outcomeCode() {
    return Typed.text(outcome);
  }

  String ownStudy() {
    return Typed.text(own);
  }

  String extractionName() {
    return Typed.text(extraction);
  }

  List<String> covariateColumns() {
    return Arrays.stream(Typed.text(covariates).split(",", -1))
        .map(String::strip)
        .filter(column -> !column.isEmpty())
        .toList();
  }

  boolean leaveOutShared() {
    return Boolean.TRUE.equals(shared);
  }

  /// As it stands behind an address; empty or beginning with a question mark.
  public String query() {
    UriComponentsBuilder query = UriComponentsBuilder.newInstance();
    add(query, "outcome", outcomeCode());
    add(query, "own", ownStudy());
    add(query, "extraction", extractionName());
    add(query, "covariates", String.join(",", covariateColumns()));
    add(query, "shared", leaveOutShared() ? "true" : "");
    return query.encode().build().toUriString();
  }

  private static void add(UriComponentsBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }
  }
}
