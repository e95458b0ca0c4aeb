package org.myocohort.app.web.study;

import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The list of studies, and a study's first page.
@Controller
final class StudyController {
  @GetMapping("/")
  String all() {
    return "study/studies";
  }

  @GetMapping("/studies/{study}")
  String one(Actor actor, StoredStudy study, Model model) {
    actor.demand(Permission.VIEW);
    model.addAttribute("study", study);
    return "study/study";
  }
}
