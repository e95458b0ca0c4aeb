package org.myocohort.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Version;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.web.servlet.HandlerMapping;

/// What the frame of every page needs to know; a template finds it as `page`.
///
/// Nothing is read before it is asked for: requests that show no page cost nothing.
public final class Page {
  private static final String VERSION = Version.text().replaceFirst("^myocohort ", "");

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final HttpServletRequest request;
  private final Studies studies;
  private final WebSettings settings;
  private final Texts.Language language;
  private @Nullable List<StoredStudy> all;

  Page(HttpServletRequest request, Studies studies, WebSettings settings) {
    this.request = request;
    this.studies = studies;
    this.settings = settings;
    this.language = Languages.language(request);
  }

  /// `en` or `it`.
  public String language() {
    return language.name();
  }

  public Texts texts() {
    return PageTexts.of(language);
  }

  /// The sentence of a code that the template does not know beforehand.
  public String text(String code, List<String> values) {
    return texts().text(code, values);
  }

  /// The word for a code, or the code itself where there is no word for it.
  public String name(String prefix, String code) {
    String key = prefix + "." + code;
    return texts().has(key) ? texts().text(key) : code;
  }

  /// Who is signed in, or null.
  public @Nullable SignedIn signedIn() {
    return CurrentActor.signedIn().orElse(null);
  }

  /// Whether the one signed in may do something.
  ///
  /// @param permission name of a [Permission]
  public boolean may(String permission) {
    return CurrentActor.signedIn()
        .map(person -> person.actor().may(Permission.valueOf(permission)))
        .orElse(false);
  }

  public boolean isDemonstration() {
    return settings.demonstration();
  }

  /// Every study, for the switch; none before signing in.
  public List<StoredStudy> studies() {
    List<StoredStudy> known = all;
    if (known == null) {
      known = signedIn() == null ? List.of() : studies.all();
      all = known;
    }
    return known;
  }

  /// The study that the page belongs to, or null.
  public @Nullable StoredStudy study() {
    return pathVariable("study")
        .flatMap(id -> studies().stream().filter(study -> study.id().equals(id)).findFirst())
        .orElse(null);
  }

  private Optional<String> pathVariable(String name) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map
        ? Optional.ofNullable(map.get(name)).map(Object::toString)
        : Optional.empty();
  }

  /// The address of the page with its question, for coming back to it.
  public String address() {
    Object forwarded = request.getAttribute("jakarta.servlet.error.request_uri");
    if (forwarded != null) {
      return "/";
    }
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /// `page` where the page's address begins with a path, else null: the value of `aria-current`.
  public @Nullable String current(String path) {
    String uri = request.getRequestURI();
    return uri.equals(path) || uri.startsWith(path + "/") ? "page" : null;
  }

  /// `page` where the page's address is just a path, else null.
  public @Nullable String currentExactly(String path) {
    return request.getRequestURI().equals(path) ? "page" : null;
  }

  /// The address of a study's ready report, or null where there is none.
  public @Nullable String report(String study) {
    return settings.reports() == null
            || !Objects.requireNonNull(settings.reports())
                .resolve(study)
                .resolve("report.html")
                .toFile()
                .exists()
        ? null
        : "/reports/" + study + "/report.html";
  }

  /// A moment as people read it, in universal time.
  public String time(Instant moment) {
    return MINUTES.format(moment) + " UTC";
  }

  /// The codes of all roles.
  public List<String> roles() {
    return Stream.of(Role.values()).map(Role::code).toList();
  }

  /// Version and commit.
  public String version() {
    return VERSION;
  }
}
