package org.myocohort.app.web.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.OidcSettings;
import org.myocohort.app.web.WebSettings;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Accounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The page to sign in on, and the page behind a one-time link where a password is chosen.
@Controller
final class LoginController {
  private final Accounts accounts;
  private final Passwords passwords;
  private final WebSettings settings;

  LoginController(Accounts accounts, Passwords passwords, WebSettings settings) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.settings = settings;
  }

  @GetMapping("/login")
  String login(
      Model model,
      @RequestParam(required = false) @Nullable String wrong,
      @RequestParam(required = false) @Nullable String wait,
      @RequestParam(required = false) @Nullable String passkey,
      @RequestParam(required = false) @Nullable String oidc) {
    if (settings.demonstration()) {
      return "redirect:/";
    }
    OidcSettings provider = settings.oidc();
    model.addAttribute("provider", provider == null ? null : provider.name());
    model.addAttribute("problem", problem(wrong, wait, passkey, provider == null ? null : oidc));
    return "login/login";
  }

  private static @Nullable String problem(
      @Nullable String wrong,
      @Nullable String wait,
      @Nullable String passkey,
      @Nullable String oidc) {
    if (wait != null) {
      return "wait";
    }
    if (wrong != null) {
      return "wrong";
    }
    if (passkey != null) {
      return "passkey";
    }
    return oidc == null
        ? null
        : ProviderProblem.parse(oidc).map(problem -> "oidc." + problem.code()).orElse(null);
  }

  @GetMapping("/link/{secret}")
  String choose(@PathVariable String secret, Model model) {
    model.addAttribute("account", accounts.ofLink(secret).orElseThrow(NotFound::new));
    return "login/choose";
  }

  @PostMapping("/link/{secret}")
  String chosen(
      @PathVariable String secret,
      @RequestParam String password,
      Model model,
      RedirectAttributes next) {
    Account account = accounts.ofLink(secret).orElseThrow(NotFound::new);
    Optional<String> objection = passwords.objection(password, account);
    if (objection.isPresent()) {
      model.addAttribute("account", account);
      model.addAttribute("objection", objection.get());
      return "login/choose";
    }
    if (accounts.choosePassword(secret, passwords.hash(password)).isEmpty()) {
      throw new NotFound();
    }
    Notice.done(next, "login.password-chosen");
    return "redirect:/login";
  }
}
