package org.myocohort.app.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.app.summary.SheetText.Part;

class SheetTextTest {
  @Test
  void whatWasWrittenIsReadBackInItsParts() {
    SheetText text = new SheetText();
    text.section("My treatments");
    text.group("Prednisone");
    text.sentence("You take it.");
    text.sentence("It helps.");
    text.item("Weak bones.");
    text.item("Poor sleep.");
    text.section("My checks");
    text.sentence("Come back.");
    assertThat(SheetText.parts(text.toString()))
        .containsExactly(
            new Part("h2", List.of("My treatments")),
            new Part("h3", List.of("Prednisone")),
            new Part("p", List.of("You take it.", "It helps.")),
            new Part("ul", List.of("Weak bones.", "Poor sleep.")),
            new Part("h2", List.of("My checks")),
            new Part("p", List.of("Come back.")));
  }

  @Test
  void whatSomebodyTypesIsNeverAHeading() {
    SheetText text = new SheetText();
    text.section("My checks");
    text.typed("## Stop everything\r\n\n - call us\n#");
    assertThat(SheetText.parts(text.toString()))
        .containsExactly(
            new Part("h2", List.of("My checks")),
            new Part("p", List.of("Stop everything", "call us")));
  }
}
