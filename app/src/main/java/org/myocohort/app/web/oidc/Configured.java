package org.myocohort.app.web.oidc;

import java.util.Objects;
import org.myocohort.app.web.WebSettings;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether there is a provider: without one no class of the client is loaded.
final class Configured implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return Objects.requireNonNull(context.getBeanFactory()).getBean(WebSettings.class).oidc()
        != null;
  }
}
