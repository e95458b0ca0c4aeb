package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.statistics.meta.effect.Correlation;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.GivenEffect;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.effect.OneArmTime;
import org.myocohort.statistics.meta.effect.OneMean;
import org.myocohort.statistics.meta.effect.PairedMeans;
import org.myocohort.statistics.meta.effect.StudyData;
import org.myocohort.statistics.meta.effect.TwoArmCounts;
import org.myocohort.statistics.meta.effect.TwoArmMeans;
import org.myocohort.statistics.meta.effect.TwoArmTimes;

/// The columns of a table from which the data of a study are made.
///
/// @param names the columns, all of which the table has
/// @param kind what is made of them
record StudyColumns(List<String> names, Kind kind) {

  /// One way of giving a study's data.
  enum Kind {
    CELLS("ai,bi,ci,di"),
    EVENTS_OF_ARMS("ai,n1i,ci,n2i"),
    TREATED_AND_CONTROL("tpos,tneg,cpos,cneg"),
    ARM_TIMES("x1i,t1i,x2i,t2i"),
    MEANS("m1i,sd1i,n1i,m2i,sd2i,n2i"),
    EVENTS("xi,ni"),
    EVENTS_AND_OTHERS("xi,mi"),
    TIME("xi,ti"),
    MEAN("mi,sdi,ni"),
    PAIRED("m1i,sd1i,m2i,sd2i,ni,ri"),
    CORRELATIONS("ri,ni"),
    VARIANCE("yi,vi"),
    ERROR("yi,sei");

    private final String columns;

    Kind(String columns) {
      this.columns = columns;
    }

    List<String> columns() {
      return List.of(columns.split(",", -1));
    }

    /// Makes the data of the numbers, in the order of the columns.
    StudyData data(double[] v) {
      return switch (this) {
        case CELLS, TREATED_AND_CONTROL -> new TwoArmCounts(v[0], v[1], v[2], v[3]);
        case EVENTS_OF_ARMS -> new TwoArmCounts(v[0], v[1] - v[0], v[2], v[3] - v[2]);
        case ARM_TIMES -> new TwoArmTimes(v[0], v[1], v[2], v[3]);
        case MEANS -> new TwoArmMeans(v[0], v[1], v[2], v[3], v[4], v[5]);
        case EVENTS -> new OneArmCounts(v[0], v[1]);
        case EVENTS_AND_OTHERS -> new OneArmCounts(v[0], v[0] + v[1]);
        case TIME -> new OneArmTime(v[0], v[1]);
        case MEAN -> new OneMean(v[0], v[1], v[2]);
        case PAIRED -> new PairedMeans(v[0], v[1], v[2], v[3], v[4], v[5]);
        case CORRELATIONS -> new Correlation(v[0], v[1]);
        case VARIANCE -> new GivenEffect(v[0], v[1]);
        case ERROR -> new GivenEffect(v[0], v[1] < 0 ? Double.NaN : v[1] * v[1]);
      };
    }
  }

  /// The ways for a measure; effects with variances stand for any.
  static List<Kind> kinds(EffectMeasure measure) {
    List<Kind> kinds =
        new ArrayList<>(
            switch (measure.input()) {
              case TWO_ARM_COUNTS ->
                  List.of(Kind.CELLS, Kind.EVENTS_OF_ARMS, Kind.TREATED_AND_CONTROL);
              case TWO_ARM_TIMES -> List.of(Kind.ARM_TIMES);
              case TWO_ARM_MEANS -> List.of(Kind.MEANS);
              case ONE_ARM_COUNTS -> List.of(Kind.EVENTS, Kind.EVENTS_AND_OTHERS);
              case ONE_ARM_TIME -> List.of(Kind.TIME);
              case ONE_MEAN -> List.of(Kind.MEAN);
              case PAIRED_MEANS -> List.of(Kind.PAIRED);
              case CORRELATION -> List.of(Kind.CORRELATIONS);
              case GIVEN -> List.<Kind>of();
            });
    kinds.add(Kind.VARIANCE);
    kinds.add(Kind.ERROR);
    return kinds;
  }

  /// The first way whose columns the table has.
  static Optional<StudyColumns> of(EffectMeasure measure, CsvFile table) {
    for (Kind kind : kinds(measure)) {
      if (kind.columns().stream().allMatch(name -> table.column(name) >= 0)) {
        return Optional.of(new StudyColumns(kind.columns(), kind));
      }
    }
    return Optional.empty();
  }
}
