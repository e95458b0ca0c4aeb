package org.myocohort.app.web.trial;

import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.search.FoundTrial;

/// A trial as a line of a list.
///
/// @param number the registry's, or that none is known
/// @param address of its page
/// @param status as the record has it
/// @param asOf of which day that speaks
/// @param sites how many the record names, in words
/// @param distance to the nearest, empty where none was asked for
/// @param rules whether a person wrote rules for it
public record ShownTrial(
    String number,
    String address,
    String title,
    String status,
    String asOf,
    String phases,
    String countries,
    String sites,
    String distance,
    boolean rules) {

  static ShownTrial of(FoundTrial found, boolean rules, TrialWords words) {
    Trial trial = found.trial();
    return new ShownTrial(
        words.number(trial.id()),
        TrialWords.address(trial.id()),
        trial.title().shown(),
        words.status(trial),
        words.asOf(trial),
        words.phases(trial),
        words.joined(trial.everyCountry()),
        trial.sites().isEmpty() ? words.missing() : Integer.toString(trial.sites().size()),
        words.distance(found.kilometres(), found.nearest()),
        rules);
  }
}
