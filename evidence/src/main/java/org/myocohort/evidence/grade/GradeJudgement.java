package org.myocohort.evidence.grade;

/// What a person judged of one domain of one outcome.
///
/// @param outcome its code
/// @param definition of it that the judgement is about
/// @param domain that was judged
/// @param judgement one of the domain's words
/// @param reason in the person's words
/// @param by who judged
public record GradeJudgement(
    String outcome,
    String definition,
    GradeDomain domain,
    String judgement,
    String reason,
    String by) {}
