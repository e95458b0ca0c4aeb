package org.myocohort.app.web;

import jakarta.servlet.http.HttpSession;
import org.myocohort.registry.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Shows the demonstration as another role sees it.
@Controller
final class DemonstrationController {
  private final WebSettings settings;

  DemonstrationController(WebSettings settings) {
    this.settings = settings;
  }

  @PostMapping("/demonstration/role/{code}")
  String look(@PathVariable String code, HttpSession session) {
    if (!settings.demonstration()) {
      throw new NotFound();
    }
    session.setAttribute(LocalVisitors.ROLE, Role.parse(code).orElseThrow(NotFound::new));
    return "redirect:/";
  }
}
