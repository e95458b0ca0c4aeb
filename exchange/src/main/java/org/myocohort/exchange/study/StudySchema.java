package org.myocohort.exchange.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;

/// The tables of a study and their columns, read from one data file (`schema.csv` beside this
/// class): what the reader asks for, what the data package says and what the documentation lists.
public final class StudySchema {

  /// What a column holds.
  public enum Type {
    STRING,
    NUMBER,
    WHOLE,
    /// A number or its limit, such as `<30`.
    LIMITED,
    /// A day, a month or a year.
    MOMENT,
    /// One of the words listed.
    WORD,
    /// Words separated by semicolons.
    LIST,
    PATIENT,
    ANTIBODY,
    FINDING,
    DRUG,
    MEASUREMENT,
    UNIT
  }

  /// One column.
  ///
  /// @param required whether every row must fill it
  /// @param minimum smallest value allowed, or null
  /// @param maximum largest value allowed, or null
  /// @param words the words allowed, empty for any
  public record Column(
      String name,
      Type type,
      boolean required,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      List<String> words,
      String description) {}

  /// One table.
  public record Table(String name, List<Column> columns) {
    /// The file that holds the table where no data package says otherwise.
    public String fileName() {
      return name + ".csv";
    }

    public Optional<Column> column(String column) {
      return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }
  }

  private static final Map<String, Table> TABLES = load();

  private StudySchema() {}

  /// Every table, patients first.
  public static List<Table> tables() {
    return List.copyOf(TABLES.values());
  }

  /// The table of this name, if it is one of a study's.
  public static Optional<Table> table(String name) {
    return Optional.ofNullable(TABLES.get(name));
  }

  private static Map<String, Table> load() {
    try (InputStream in = StudySchema.class.getResourceAsStream("schema.csv")) {
      if (in == null) {
        throw new IllegalStateException("schema.csv missing");
      }
      return tables(CsvFile.parse(in.readAllBytes(), "schema.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadInputException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Table> tables(CsvFile file) {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    CsvFile.Row row = file.cursor();
    for (int index = 0; index < file.rowCount(); index++) {
      row.moveTo(index);
      String words = row.text(file.column("values"));
      columns
          .computeIfAbsent(row.text(file.column("table")), _ -> new ArrayList<>())
          .add(
              new Column(
                  row.text(file.column("column")),
                  Type.valueOf(row.text(file.column("type")).toUpperCase(Locale.ROOT)),
                  row.text(file.column("required")).equals("1"),
                  number(row.text(file.column("minimum"))),
                  number(row.text(file.column("maximum"))),
                  words.isEmpty() ? List.of() : List.of(words.split("\\|")),
                  row.text(file.column("description"))));
    }
    Map<String, Table> tables = new LinkedHashMap<>();
    columns.forEach((name, list) -> tables.put(name, new Table(name, List.copyOf(list))));
    return tables;
  }

  private static @Nullable BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }
}
