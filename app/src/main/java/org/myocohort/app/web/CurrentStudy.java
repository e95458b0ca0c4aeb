package org.myocohort.app.web;

import org.jspecify.annotations.Nullable;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives a controller's method the study that `{study}` in its path names.
final class CurrentStudy implements HandlerMethodArgumentResolver {
  private final Studies studies;

  CurrentStudy(Studies studies) {
    this.studies = studies;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == StoredStudy.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return studies.find(PathNames.of(request, "study")).orElseThrow(NotFound::new);
  }
}
