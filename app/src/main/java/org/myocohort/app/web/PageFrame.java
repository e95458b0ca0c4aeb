package org.myocohort.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives every template its [Page], and every controller the values that it asks for.
@Configuration(proxyBeanMethods = false)
class PageFrame implements WebMvcConfigurer {
  private final Studies studies;
  private final WebSettings settings;

  PageFrame(Studies studies, WebSettings settings) {
    this.studies = studies;
    this.settings = settings;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CurrentActor());
    resolvers.add(new CurrentPage());
    resolvers.add(new CurrentStudy(studies));
    resolvers.add(new CurrentPatient());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(
        new HandlerInterceptor() {
          @Override
          public boolean preHandle(
              HttpServletRequest request, HttpServletResponse response, Object handler) {
            request.setAttribute("page", new Page(request, studies, settings));
            return true;
          }
        });
  }

  /// Only the folders that are reports: the database may stand beside them.
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    Path reports = settings.reports();
    if (reports == null) {
      return;
    }
    for (StoredStudy study : studies.all()) {
      Path report = reports.resolve(study.id());
      if (Files.exists(report.resolve("report.html"))) {
        registry
            .addResourceHandler("/reports/" + study.id() + "/**")
            .addResourceLocations(report.toAbsolutePath().toUri().toString());
      }
    }
  }
}
