package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A review's extractions as tests write them: two reports, two patients, one aggregate result.
final class Written {
  static final String REPORTS =
      """
      report,citation,study,cohort,design,registrations,drugs,daily_dose,months,centre,included_from,included_to,patients,responders
      1-1,Rossi 2020,,,case-report,,anakinra,100 mg,NR,NR,,,1,1
      1-2,Bianchi 2021,,,case-series,NCT00000001;NCT00000002,Anakinra;MTX,100 mg,12,Uppsala,2006-03,2008,15,7
      """;

  static final String PATIENTS =
      """
      id,cohort,report,source,sex,age_years,reported_response
      L1,literature,1-1,Case 1,female,60,major
      L2,literature,1-2,Patient 3,male,54,NR
      """;

  static final String RESULTS =
      """
      id,report,outcome,definition,group,events,total,mean,sd,estimate,low,high,unit,months,printed
      A1,1-2,response,acr-eular-2016-moderate,,7,15,NR,NR,NR,NR,NR,NR,12,7/15
      """;

  static final String PLACES =
      """
      table,row,column,report,place,quote
      patients,L1,,1-1,"page 2, case 1","a 60-year-old woman"
      patients,L2,,1-2,Table 1,
      results,A1,,1-2,abstract,"seen in 7/15 patients"
      reports,1-1,,1-1,page 1,
      reports,1-2,,1-2,page 1,
      """;

  static final String APPRAISAL =
      """
      report,checklist,item,answer,comment
      1-1,jbi-case-report,1,yes,
      1-1,jbi-case-report,2,no,no dates
      1-1,jbi-case-report,3,,
      """;

  private final Path folder;

  private Written(Path folder) {
    this.folder = folder;
  }

  /// A sound extraction.
  static Written in(Path folder) {
    return new Written(folder)
        .table("reports.csv", REPORTS)
        .table("patients.csv", PATIENTS)
        .table("results.csv", RESULTS)
        .table("places.csv", PLACES)
        .table("appraisal.csv", APPRAISAL);
  }

  /// Puts another text into a file.
  Written table(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }

  /// Exchanges a piece of a file, which must stand there.
  Written with(String file, String piece, String other) {
    try {
      String text = Files.readString(folder.resolve(file));
      if (!text.contains(piece)) {
        throw new IllegalArgumentException(piece + " does not stand in " + file);
      }
      return table(file, text.replace(piece, other));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path folder() {
    return folder;
  }
}
