package org.myocohort.app.web;

import java.util.Map;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/// What the variables of a path, such as `{study}`, stand for in a request.
final class PathNames {
  private PathNames() {}

  /// A variable's text; empty where the path has none of that name.
  static String of(NativeWebRequest request, String variable) {
    Object variables =
        request.getAttribute(
            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    return variables instanceof Map<?, ?> map && map.get(variable) instanceof String text
        ? text
        : "";
  }
}
