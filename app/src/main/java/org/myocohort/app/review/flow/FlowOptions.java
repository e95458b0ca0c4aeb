package org.myocohort.app.review.flow;

/// What the figure shows.
///
/// @param reasons why records were excluded at title and abstract
/// @param sources each database, register and other source by itself
/// @param reports the lines "reports of" studies
/// @param extra further boxes of the review
/// @param draft whether it is drawn although sums do not hold, with them written across it
public record FlowOptions(
    boolean reasons, boolean sources, boolean reports, boolean extra, boolean draft) {
  /// Everything, and no draft.
  public static final FlowOptions ALL = new FlowOptions(true, true, true, true, false);
}
