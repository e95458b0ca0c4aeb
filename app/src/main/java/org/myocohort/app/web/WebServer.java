package org.myocohort.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.myocohort.registry.store.Database;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The application, running.
public final class WebServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final WebSettings settings;
  private final Database database;

  private WebServer(
      ConfigurableApplicationContext context, WebSettings settings, Database database) {
    this.context = context;
    this.settings = settings;
    this.database = database;
  }

  /// Starts it; returns once requests are answered.
  ///
  /// @param database what it serves; closed with the server
  /// @throws org.springframework.boot.web.server.PortInUseException if the port is taken
  public static WebServer start(WebSettings settings, Database database) {
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(context -> {
      GenericApplicationContext beans = (GenericApplicationContext) context;
      beans.registerBean(WebSettings.class, () -> settings);
      beans.registerBean(Database.class, () -> database, bean -> bean.setDestroyMethodName(null));
    });
    try {
      return new WebServer(application.run(), settings, database);
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  private static Properties properties(WebSettings settings) {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(WebServer.class.getResourceAsStream("spring.properties"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.setProperty("server.address", settings.host());
    properties.setProperty("server.port", Integer.toString(settings.port()));
    if (settings.configuration() != null) {
      properties.setProperty(
          "spring.config.location", settings.configuration().toAbsolutePath().toUri().toString());
    }
    if (settings.publicAddress() != null) {
      // A proxy of a private network says by which address and protocol the browser came.
      properties.setProperty("server.forward-headers-strategy", "native");
      properties.setProperty(
          "server.servlet.session.cookie.secure",
          Boolean.toString("https".equals(settings.publicAddress().getScheme())));
    }
    if (settings.oidc() != null) {
      // The provider, another site, sends the browser back: a strict cookie would stay behind, and
      // with it the session that asked. No GET changes anything, and a POST needs a page's token.
      properties.setProperty("server.servlet.session.cookie.same-site", "lax");
    }
    return properties;
  }

  /// Where it answers, such as `http://localhost:8080/`.
  public String address() {
    return settings.address(port());
  }

  /// The beans, for tests.
  ApplicationContext beans() {
    return context;
  }

  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
