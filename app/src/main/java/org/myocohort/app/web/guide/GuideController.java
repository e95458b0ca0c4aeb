package org.myocohort.app.web.guide;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.review.Reauthentication;
import org.myocohort.care.guide.Guide;
import org.myocohort.care.guide.Treatment;
import org.myocohort.care.guide.TreatmentClass;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.review.TextSignatures;
import org.myocohort.registry.review.TextSignatures.Signature;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The guide: its treatments, one of them, and the signature under it.
@Controller
final class GuideController {
  private final TextSignatures signatures;
  private final Reauthentication reauthentication;

  GuideController(TextSignatures signatures, Reauthentication reauthentication) {
    this.signatures = signatures;
    this.reauthentication = reauthentication;
  }

  @GetMapping("/guide")
  String list(Actor actor, Page page, @RequestParam(defaultValue = "") String text, Model model) {
    String words = text.strip();
    String language = page.language();
    List<Signature> all = signatures.all(actor);
    Map<TreatmentClass, List<GuideRow>> groups = new EnumMap<>(TreatmentClass.class);
    int count = 0;
    for (Treatment each : Guide.shipped().treatments()) {
      if (words.isEmpty() || GuideRow.fits(each, language, words)) {
        boolean reviewed = ReviewState.of(each, language, all).reviewed();
        groups
            .computeIfAbsent(each.group(), _ -> new ArrayList<>())
            .add(GuideRow.of(each, page.texts(), words, reviewed));
        count++;
      }
    }
    model.addAttribute("words", words);
    model.addAttribute("groups", groups);
    model.addAttribute("count", count);
    return "guide/list";
  }

  @GetMapping("/guide/{treatment}")
  String one(Actor actor, Page page, @PathVariable("treatment") String name, Model model) {
    return show(actor, page, treatment(name), model);
  }

  private static Treatment treatment(String name) {
    return Guide.shipped().find(name).orElseThrow(NotFound::new);
  }

  private String show(Actor actor, Page page, Treatment treatment, Model model) {
    String language = page.language();
    model.addAttribute("view", TreatmentView.of(treatment, page.texts()));
    model.addAttribute(
        "review",
        ReviewState.of(treatment, language, signatures.of(actor, treatment.code(), language)));
    model.addAttribute("action", "/guide/" + treatment.name() + "/sign");
    model.addAttribute("password", reauthentication.asksPassword());
    return "guide/treatment";
  }

  @PostMapping("/guide/{treatment}/sign")
  String sign(
      SignedIn person,
      Page page,
      @PathVariable("treatment") String name,
      @RequestParam Map<String, String> sent,
      HttpServletRequest request,
      Model model,
      RedirectAttributes next) {
    Actor actor = person.actor();
    actor.demand(Permission.SIGN);
    Treatment treatment = treatment(name);
    String language = page.language();
    String problem;
    if (!reauthentication.confirms(
        person, sent.getOrDefault("password", ""), request.getRemoteAddr())) {
      problem = "sign.wrong-password";
    } else if (signatures.sign(
        actor,
        treatment.code(),
        language,
        treatment.wording(language),
        sent.getOrDefault("shown", ""),
        person.name())) {
      Notice.done(next, "guide.signed");
      return "redirect:/guide/" + Addresses.segment(name);
    } else {
      problem = "guide.sign-changed";
    }
    model.addAttribute("notice", new Notice(Notice.Kind.attention, problem, List.of()));
    return show(actor, page, treatment, model);
  }
}
