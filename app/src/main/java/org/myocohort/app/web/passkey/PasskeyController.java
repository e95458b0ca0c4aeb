package org.myocohort.app.web.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.login.Passwords;
import org.myocohort.app.web.login.Throttle;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.account.Passkey;
import org.myocohort.registry.account.Passkeys;
import org.myocohort.registry.store.StoreException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One's own passkeys, and the challenge to sign in with one.
@Controller
final class PasskeyController {
  private static final int LONGEST_LABEL = 60;

  private final Accounts accounts;
  private final Passkeys passkeys;
  private final Passwords passwords;
  private final Throttle throttle;
  private final InstantSource clock;
  private final ObjectProvider<WebAuthnRelyingPartyOperations> party;

  PasskeyController(
      Accounts accounts,
      Passkeys passkeys,
      Passwords passwords,
      Throttle throttle,
      InstantSource clock,
      ObjectProvider<WebAuthnRelyingPartyOperations> party) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.passwords = passwords;
    this.throttle = throttle;
    this.clock = clock;
    this.party = party;
  }

  /// A passkey on the page.
  public record Shown(String id, String label, Instant created, Instant lastUsed) {
    static Shown of(Passkey passkey) {
      return new Shown(
          passkey.id(),
          passkey.label(),
          Instant.parse(passkey.createdAt()),
          Instant.parse(passkey.lastUsedAt()));
    }
  }

  /// Empty in the demonstration, whose visitor has no account.
  private Account own(SignedIn person) {
    return accounts.find(person.getName()).orElseThrow(NotFound::new);
  }

  @PostMapping("/login/passkey/options")
  ResponseEntity<String> challenge(HttpServletRequest request, HttpServletResponse response) {
    PublicKeyCredentialRequestOptions options =
        party
            .getObject()
            .createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    Ceremony.CHALLENGES.save(request, response, options);
    return json(options);
  }

  @GetMapping("/account/passkeys")
  String show(SignedIn person, Model model) {
    Account account = own(person);
    List<Shown> shown = passkeys.of(account.id()).stream().map(Shown::of).toList();
    model.addAttribute("passkeys", shown);
    model.addAttribute("account", account);
    return "account/passkeys";
  }

  /// What the browser needs to make a passkey. Whoever only found a session open must not get a way
  /// in that lasts: the password is asked for.
  @PostMapping("/account/passkeys/options")
  ResponseEntity<String> offer(
      SignedIn person,
      Authentication authentication,
      @RequestParam String label,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = own(person);
    Optional<String> problem = problem(person, account, label, password, request.getRemoteAddr());
    if (problem.isPresent()) {
      return ResponseEntity.unprocessableContent()
          .contentType(MediaType.TEXT_PLAIN)
          .body(problem.get());
    }
    PublicKeyCredentialCreationOptions options =
        party
            .getObject()
            .createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication));
    Ceremony.OFFERS.save(request, response, options);
    return json(options);
  }

  private Optional<String> problem(
      SignedIn person, Account account, String label, String password, String address) {
    if (isNoLabel(label)) {
      return Optional.of("label");
    }
    if (!account.hasPassword()) {
      return person.isRecent(clock.instant()) ? Optional.empty() : Optional.of("again");
    }
    if (throttle.mustWait(account.login(), address)) {
      return Optional.of("wait");
    }
    if (!passwords.isRight(password, Optional.of(account))) {
      throttle.failed(account.login(), address);
      return Optional.of("wrong");
    }
    return Optional.empty();
  }

  private static boolean isNoLabel(String label) {
    return label.isBlank() || label.strip().length() > LONGEST_LABEL;
  }

  private static ResponseEntity<String> json(Object options) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Ceremony.json(options));
  }

  @PostMapping("/account/passkeys")
  String add(
      SignedIn person,
      @RequestParam String label,
      @RequestParam String credential,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    Account account = own(person);
    PublicKeyCredentialCreationOptions offer = Ceremony.OFFERS.load(request);
    Ceremony.OFFERS.save(request, response, null);
    if (offer != null
        && offer.getUser().getId().equals(AccountEntities.handle(account.id()))
        && !isNoLabel(label)
        && register(offer, credential, label.strip())) {
      Notice.done(next, "passkey.added", label.strip());
    } else {
      Notice.attention(next, "passkey.not-added");
    }
    return "redirect:/account/passkeys";
  }

  private boolean register(
      PublicKeyCredentialCreationOptions offer, String credential, String label) {
    @Nullable PublicKeyCredential<AuthenticatorAttestationResponse> made =
        Ceremony.attestation(credential).orElse(null);
    if (made == null) {
      return false;
    }
    try {
      party
          .getObject()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  offer, new RelyingPartyPublicKey(made, label)));
      return true;
    } catch (StoreException failure) {
      throw failure;
    } catch (RuntimeException wrong) {
      // Of many kinds: the parts of what the device made are read only here.
      return false;
    }
  }

  @PostMapping("/account/passkeys/{id}/remove")
  String remove(SignedIn person, @PathVariable String id, RedirectAttributes next) {
    Account account = own(person);
    Passkey passkey =
        passkeys.of(account.id()).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    passkeys.remove(account.id(), id);
    Notice.done(next, "passkey.removed", passkey.label());
    return "redirect:/account/passkeys";
  }
}
