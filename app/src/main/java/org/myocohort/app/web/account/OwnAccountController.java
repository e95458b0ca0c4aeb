package org.myocohort.app.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Sessions;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.login.Passwords;
import org.myocohort.app.web.login.Throttle;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Accounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One's own account: password and open sessions.
@Controller
final class OwnAccountController {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Sessions sessions;
  private final InstantSource clock;

  OwnAccountController(
      Accounts accounts,
      Passwords passwords,
      Throttle throttle,
      Sessions sessions,
      InstantSource clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
    this.clock = clock;
  }

  @GetMapping("/account")
  String show(SignedIn person, HttpServletRequest request, Model model) {
    return page(person, request, null, model);
  }

  private String page(
      SignedIn person, HttpServletRequest request, @Nullable String objection, Model model) {
    HttpSession session = request.getSession(false);
    model.addAttribute("account", own(person));
    model.addAttribute("sessions", sessions.of(person.getName()));
    model.addAttribute("thisSession", session == null ? "" : session.getId());
    model.addAttribute("objection", objection);
    return "account/own";
  }

  /// Empty in the demonstration, whose visitor has no account.
  private Account own(SignedIn person) {
    return accounts.find(person.getName()).orElseThrow(NotFound::new);
  }

  @PostMapping("/account/password")
  String password(
      SignedIn person,
      @RequestParam(defaultValue = "") String current,
      @RequestParam String password,
      HttpServletRequest request,
      Model model,
      RedirectAttributes next) {
    Account account = own(person);
    String objection;
    if (throttle.mustWait(account.login(), request.getRemoteAddr())) {
      objection = "wait";
    } else if (account.hasPassword() && !passwords.isRight(current, Optional.of(account))) {
      throttle.failed(account.login(), request.getRemoteAddr());
      objection = "wrong";
    } else if (!account.hasPassword() && !person.isRecent(clock.instant())) {
      objection = "again";
    } else {
      objection = passwords.objection(password, account).orElse(null);
    }
    if (objection != null) {
      return page(person, request, objection, model);
    }
    accounts.changePassword(account.id(), passwords.hash(password));
    Notice.done(next, "login.password-chosen");
    return "redirect:/login";
  }

  @PostMapping("/account/sign-out-everywhere")
  String everywhere(SignedIn person, RedirectAttributes next) {
    accounts.endSessions(own(person).id());
    Notice.done(next, "account.signed-out-everywhere");
    return "redirect:/login";
  }
}
