package org.myocohort.app.web;

import org.jspecify.annotations.Nullable;
import org.myocohort.registry.patient.PatientKey;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives a controller's method the patient that `{study}` and `{patient}` in its path name. Whether
/// there is one, and whether the actor may see it, is for the store to say.
final class CurrentPatient implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PatientKey.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new PatientKey(PathNames.of(request, "study"), PathNames.of(request, "patient"));
  }
}
