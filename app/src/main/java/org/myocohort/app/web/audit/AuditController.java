package org.myocohort.app.web.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.Attachment;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.Typed;
import org.myocohort.app.web.entry.People;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditFilter;
import org.myocohort.registry.audit.AuditHead;
import org.myocohort.registry.audit.AuditLog;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.registry.store.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// The audit's pages, of the whole registry and of one study.
@Controller
final class AuditController {
  /// Every number of so many digits fits a long.
  private static final int LONGEST_NUMBER = 18;

  private final AuditLog audit;
  private final AuditChain chain;
  private final ChainCheck check;
  private final Studies studies;
  private final People people;

  AuditController(
      AuditLog audit, Database database, ChainCheck check, Studies studies, People people) {
    this.audit = audit;
    this.chain = new AuditChain(database);
    this.check = check;
    this.studies = studies;
    this.people = people;
  }

  /// What a form of the audit's page asks for, as typed.
  public record Asked(
      @Nullable String study,
      @Nullable String patient,
      @Nullable String account,
      @Nullable String action,
      @Nullable String from,
      @Nullable String to,
      @Nullable Long before) {

    AuditFilter filter() {
      return new AuditFilter(
          Typed.text(study),
          Typed.text(patient),
          Typed.text(account),
          Typed.text(action),
          day(from),
          day(to));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
      try {
        return Typed.text(typed).isEmpty() ? null : LocalDate.parse(Typed.text(typed));
      } catch (DateTimeException _) {
        return null;
      }
    }
  }

  @GetMapping("/audit")
  String all(Actor actor, Asked asked, Page page, Model model) {
    model.addAttribute("studies", studies.all());
    return list(actor, asked.filter(), asked, "/audit", page, model);
  }

  @GetMapping("/studies/{study}/audit")
  String ofStudy(Actor actor, StoredStudy study, Asked asked, Page page, Model model) {
    model.addAttribute("study", study);
    model.addAttribute("studies", List.of());
    return list(
        actor,
        asked.filter().inStudy(study.id()),
        asked,
        "/studies/" + study.id() + "/audit",
        page,
        model);
  }

  private String list(
      Actor actor, AuditFilter filter, Asked asked, String address, Page page, Model model) {
    Long before = asked.before();
    AuditLog.Page found = audit.page(actor, filter, before == null ? 0 : before);
    model.addAttribute("address", address);
    model.addAttribute("filter", filter);
    model.addAttribute("found", found);
    model.addAttribute("isFirst", before == null);
    model.addAttribute("older", found.older() == 0 ? null : older(address, filter, found.older()));
    model.addAttribute("actions", audit.actions(actor));
    model.addAttribute(
        "accounts",
        audit.accounts(actor).stream()
            .map(id -> Map.entry(id, people.name(page.texts(), id)))
            .toList());
    model.addAttribute("names", people.in(page.texts()));
    model.addAttribute("head", chain.head());
    model.addAttribute("check", check.last());
    model.addAttribute("checking", check.isRunning());
    return "audit/audit";
  }

  private static String older(String address, AuditFilter filter, long before) {
    UriComponentsBuilder older = UriComponentsBuilder.fromPath(address);
    if (address.equals("/audit") && !filter.study().isEmpty()) {
      older.queryParam("study", filter.study());
    }
    add(older, "patient", filter.patient());
    add(older, "account", filter.account());
    add(older, "action", filter.action());
    add(older, "from", filter.from() == null ? "" : filter.from().toString());
    add(older, "to", filter.to() == null ? "" : filter.to().toString());
    return older.queryParam("before", before).encode().toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, value);
    }
  }

  @GetMapping("/audit/{number:\\d+}")
  String one(Actor actor, @PathVariable("number") String digits, Page page, Model model) {
    if (digits.length() > LONGEST_NUMBER) {
      throw new NotFound();
    }
    model.addAttribute(
        "entry", audit.find(actor, Long.parseLong(digits)).orElseThrow(NotFound::new));
    model.addAttribute("names", people.in(page.texts()));
    return "audit/entry";
  }

  /// The end of the chain as a file, to be kept where nobody who can write here can write.
  @GetMapping("/audit/head")
  ResponseEntity<String> head(Actor actor) {
    actor.demand(Permission.AUDIT);
    AuditHead head = chain.head();
    return Attachment.of(
        "audit-head-" + head.number() + ".txt", "text/plain;charset=UTF-8", head + "\n");
  }

  @PostMapping("/audit/verify")
  String verify(
      Actor actor, @RequestParam(defaultValue = "") String study, RedirectAttributes next) {
    actor.demand(Permission.AUDIT);
    check.start();
    Notice.done(next, "audit.checking");
    return studies.find(study).isPresent()
        ? "redirect:/studies/" + study + "/audit"
        : "redirect:/audit";
  }
}
