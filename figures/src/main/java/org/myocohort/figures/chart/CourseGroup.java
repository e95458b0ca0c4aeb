package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.myocohort.figures.Datum;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Series;
import org.myocohort.figures.SeriesStyle;

/// Courses of one look.
///
/// @param name what the legend calls the group; empty for no entry
/// @param style colour, symbol and dash of every course in it
/// @param courses one for each subject
/// @param middle a line over all courses, such as their medians, as the caller computed it; empty
///   for none
public record CourseGroup(
    String name, SeriesStyle style, List<Course> courses, List<Datum> middle) {
  public CourseGroup {
    courses = List.copyOf(courses);
    middle = List.copyOf(middle);
  }

  /// A group without a line over all courses.
  public static CourseGroup of(String name, SeriesStyle style, List<Course> courses) {
    return new CourseGroup(name, style, courses, List.of());
  }

  /// The same group with a line over all courses.
  public CourseGroup withMiddle(List<Datum> line) {
    return new CourseGroup(name, style, courses, line);
  }

  List<Series> series() {
    List<Series> series = new ArrayList<>();
    for (Course course : courses) {
      series.add(new Series(course.name(), style, course.data()));
    }
    return series;
  }

  Stream<Mark> marks() {
    return Stream.concat(courses.stream().flatMap(each -> each.data().stream()), middle.stream())
        .map(Datum::mark);
  }

  boolean isEmpty() {
    return middle.isEmpty() && courses.stream().allMatch(course -> course.data().isEmpty());
  }

  static Legend legend(List<CourseGroup> groups, Canvas canvas) {
    Legend legend = new Legend(canvas.size());
    if (groups.size() > 1) {
      groups.forEach(group -> legend.line(group.name(), group.style(), true));
    }
    return legend;
  }
}
