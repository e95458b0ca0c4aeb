package org.myocohort.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.myocohort.app.Project;
import org.myocohort.registry.access.Role;

/// A test that opens pages as a user sees them: in Chromium, of a running application.
///
/// The application and its example studies are shared by all tests of a run: a test that changes a
/// patient adds one of its own.
public abstract class BrowserTest {
  /// How wide the window is.
  public enum Width {
    desktop(1280, 900),
    phone(360, 740);

    private final int pixels;
    private final int height;

    Width(int pixels, int height) {
      this.pixels = pixels;
      this.height = height;
    }
  }

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final Map<List<Object>, Page> LOOKING = new HashMap<>();

  /// Shared, since pages that are only looked at outlive a test.
  private static final List<String> COMPLAINTS = new ArrayList<>();

  private final List<BrowserContext> opened = new ArrayList<>();

  protected BrowserTest() {}

  @AfterEach
  final void close() {
    opened.forEach(BrowserContext::close);
    opened.clear();
    COMPLAINTS.clear();
  }

  /// The address of a path of the application.
  protected static String address(String path) {
    return "http://localhost:" + Browser.server().port() + path;
  }

  /// The folder of the reviews that the application shows.
  protected static Path reviews() {
    return Browser.reviews();
  }

  /// Opens a page in a browser of its own, as a data manager.
  ///
  /// @param path such as `/studies/synthetic-centre`
  /// @param language `en` or `it`
  protected final Page open(String path, Width width, String language) {
    return open(path, width, language, Role.DATA_MANAGER);
  }

  /// Opens a page of the demonstration in a browser of its own, in some role.
  protected final Page open(String path, Width width, String language, Role role) {
    Page page = browser(width, language);
    become(role, page);
    page.navigate(address(path));
    return page;
  }

  /// Opens a page only to look at it, where pages of the same role, width and language were looked
  /// at before: that browser has signed in and has styles, scripts and a process of its own
  /// already.
  protected final Page look(String path, Width width, String language, Role role) {
    Page page =
        LOOKING.computeIfAbsent(
            List.of(width, language, role),
            _ -> {
              Page fresh = watched(context(width, language).newPage());
              become(role, fresh);
              return fresh;
            });
    page.navigate(address(path));
    return page;
  }

  private static void become(Role role, Page page) {
    if (role != Role.DATA_MANAGER) {
      page.navigate(address("/"));
      page.evaluate(
          """
          async (role) => {
            const token = document.querySelector('meta[name="csrf"]');
            await fetch('/demonstration/role/' + role,
              {method: 'POST', headers: {[token.dataset.header]: token.content}});
          }
          """,
          role.code());
    }
  }

  /// A browser of its own, that has opened nothing yet.
  protected final Page browser(Width width, String language) {
    BrowserContext context = context(width, language);
    opened.add(context);
    return watched(context.newPage());
  }

  private static BrowserContext context(Width width, String language) {
    return Browser.chromium()
        .newContext(
            new NewContextOptions()
                .setViewportSize(width.pixels, width.height)
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE));
  }

  private static Page watched(Page page) {
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        COMPLAINTS.add(message.location() + " " + message.text());
      }
    });
    page.onPageError(COMPLAINTS::add);
    return page;
  }

  protected final Page open(String path) {
    return open(path, Width.desktop, "en");
  }

  /// Keeps a picture of a whole page in `app/target/screenshots`, with `-Dmyocohort.pictures=true`
  /// only: pictures take a good part of the time, and in most runs nobody looks at them.
  protected static void picture(Page page, String name) {
    if (Boolean.getBoolean("myocohort.pictures")) {
      page.screenshot(
          new ScreenshotOptions().setFullPage(true).setPath(pictures().resolve(name + ".png")));
    }
  }

  /// Keeps a page as it is on paper, where pictures are asked for.
  protected static void paper(Page page, String name) {
    if (Boolean.getBoolean("myocohort.pictures")) {
      page.pdf(new Page.PdfOptions().setFormat("A4").setPath(pictures().resolve(name + ".pdf")));
    }
  }

  private static Path pictures() {
    return Project.root().resolve("app/target/screenshots");
  }

  /// What axe finds wrong in a page: each rule with the elements that break it. It runs in the page
  /// itself and answers with nothing else, which takes a third of the time of its builder. Contrast
  /// is most of the work and is looked at in wide windows only: colours do not depend on the width.
  private static Object violations(Page page) {
    page.evaluate(AxeBuilder.getAxeScript());
    return page.evaluate(
        """
        async (tags) => (await axe.run(document, {
            runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],
            rules: {'color-contrast': {enabled: window.innerWidth > 600}}
          })).violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' '))
        """,
        RULES);
  }

  /// What holds for every page: it is accessible, fits the window, lacks no text, and the browser
  /// complains about nothing. Keeps a picture of it where pictures are asked for.
  ///
  /// @param name of the picture, such as `patient-desktop-en`
  protected final void check(Page page, String name) {
    // A page whose answer is still being made is looked at when it is there.
    page.locator("#running")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.waitForLoadState();
    picture(page, name);
    assertThat(violations(page)).as(name).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as(name + " fits the window")
        .isEqualTo(true);
    assertThat(page.content()).as(name).doesNotContain("??");
    // A page that says "not there" or "not yours" carries that status, which the browser notes.
    assertThat(COMPLAINTS)
        .as(name + ": what the browser complains about")
        .allMatch(each -> each.startsWith(page.url()) && each.contains("a status of 40"));
  }
}
