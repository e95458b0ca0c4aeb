package org.myocohort.app.web.account;

import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.WebSettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.AccountResult;
import org.myocohort.registry.account.Accounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Everybody's accounts, for administrators.
@Controller
final class AccountsController {
  private final Accounts accounts;
  private final WebSettings settings;

  AccountsController(Accounts accounts, WebSettings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  @GetMapping("/accounts")
  String all(Actor actor, Model model) {
    return list(actor, AccountForm.empty(), model);
  }

  private String list(Actor actor, AccountForm form, Model model) {
    model.addAttribute("accounts", accounts.all(actor));
    choices(actor, form, model);
    return "account/accounts";
  }

  private void choices(Actor actor, AccountForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("roles", Role.values());
    model.addAttribute("centres", accounts.centres(actor));
  }

  @PostMapping("/accounts")
  String add(Actor actor, AccountForm form, Model model, RedirectAttributes next) {
    actor.demand(Permission.ACCOUNTS);
    AccountResult result =
        accounts.add(
            actor, form.loginText(), form.nameText(), form.chosenRole(), form.chosenCentres());
    return switch (result) {
      case AccountResult.Refused refused -> {
        model.addAttribute("refused", refused.reason().code());
        yield list(actor, form, model);
      }
      case AccountResult.Changed changed -> link(actor, changed.account().id(), next);
    };
  }

  @GetMapping("/accounts/{id}")
  String one(Actor actor, @PathVariable String id, Model model) {
    actor.demand(Permission.ACCOUNTS);
    Account account = accounts.find(id).orElseThrow(NotFound::new);
    model.addAttribute("account", account);
    choices(actor, AccountForm.of(account), model);
    return "account/account";
  }

  @PostMapping("/accounts/{id}")
  String change(
      Actor actor,
      @PathVariable String id,
      AccountForm form,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.ACCOUNTS);
    AccountResult result =
        accounts.change(actor, id, form.nameText(), form.chosenRole(), form.chosenCentres());
    return switch (result) {
      case AccountResult.Refused refused -> {
        model.addAttribute("account", accounts.find(id).orElseThrow(NotFound::new));
        model.addAttribute("refused", refused.reason().code());
        choices(actor, form, model);
        yield "account/account";
      }
      case AccountResult.Changed changed -> {
        Notice.done(next, "account.changed", changed.account().name());
        yield "redirect:/accounts/" + id;
      }
    };
  }

  @PostMapping("/accounts/{id}/enabled")
  String enable(
      Actor actor,
      @PathVariable String id,
      @RequestParam boolean enabled,
      RedirectAttributes next) {
    switch (accounts.enable(actor, id, enabled)) {
      case AccountResult.Refused refused -> {
        if (refused.reason() == AccountResult.Reason.UNKNOWN) {
          throw new NotFound();
        }
        Notice.attention(next, "account.refused." + refused.reason().code());
      }
      case AccountResult.Changed changed ->
          Notice.done(
              next, enabled ? "account.enabled" : "account.disabled", changed.account().name());
    }
    return "redirect:/accounts/" + id;
  }

  /// Makes a link and shows it once: it is stored nowhere.
  @PostMapping("/accounts/{id}/link")
  String link(Actor actor, @PathVariable String id, RedirectAttributes next) {
    String secret = accounts.link(actor, id).orElseThrow(NotFound::new);
    next.addFlashAttribute("link", address() + "/link/" + secret);
    return "redirect:/accounts/" + id;
  }

  private String address() {
    String address =
        settings.publicAddress() == null
            ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
            : settings.publicAddress().toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
