package org.myocohort.app.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An answer that the browser keeps as a file.
public final class Attachment {
  private Attachment() {}

  /// The answer.
  ///
  /// @param name that the file gets
  /// @param type such as `text/csv;charset=UTF-8`
  public static <T> ResponseEntity<T> of(String name, String type, T body) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(body);
  }
}
