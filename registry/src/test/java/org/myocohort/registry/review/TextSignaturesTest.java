package org.myocohort.registry.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.registry.access.AccessDenied;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.review.TextSignatures.Signature;
import org.myocohort.registry.store.Database;

class TextSignaturesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:42:07.123Z"));
  private static final Actor ANNA = new Actor("a-anna", Role.EDITOR, null);
  private static final Actor VIEWER = new Actor("a-emil", Role.VIEWER, null);
  private static final String CODE = "treatment/azathioprine";

  private static int audited(Database database) {
    return database.<Integer>read(handle ->
        handle
            .createQuery("SELECT count(*) FROM audit_entry WHERE action = 'sign-text'")
            .mapTo(Integer.class)
            .one());
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aSignatureHoldsForItsWordingInItsLanguage(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      TextSignatures signatures = new TextSignatures(database, CLOCK);
      String wording = "Never with allopurinol.";
      assertThat(
              signatures.sign(ANNA, CODE, "en", wording, TextSignatures.hash(wording), "Anna B."))
          .isTrue();

      assertThat(signatures.of(VIEWER, CODE, "it")).isEmpty();
      Signature signature = signatures.of(VIEWER, CODE, "en").getFirst();
      assertThat(signature.printedName()).isEqualTo("Anna B.");
      assertThat(signature.at()).isEqualTo("2026-11-22T10:42:07Z");
      assertThat(signature.holds(wording)).isTrue();
      assertThat(signature.holds("Sometimes with allopurinol.")).isFalse();
      assertThat(AuditVerification.verify(database, null).intact()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void whoSawAnotherTextDoesNotSignThisOne(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      TextSignatures signatures = new TextSignatures(database, CLOCK);
      String seen = TextSignatures.hash("before");
      assertThat(signatures.sign(ANNA, CODE, "en", "after", seen, "Anna B.")).isFalse();
      assertThat(signatures.all(ANNA)).isEmpty();
      assertThat(audited(database)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void signingTwiceIsOneSignatureAndWhoMayNotIsRefused(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      TextSignatures signatures = new TextSignatures(database, CLOCK);
      String shown = TextSignatures.hash("text");
      assertThat(signatures.sign(ANNA, CODE, "en", "text", shown, "Anna B.")).isTrue();
      assertThat(signatures.sign(ANNA, CODE, "en", "text", shown, "Anna B.")).isTrue();
      assertThat(signatures.all(ANNA)).hasSize(1);
      assertThat(audited(database)).isEqualTo(1);
      assertThatThrownBy(() -> signatures.sign(VIEWER, CODE, "en", "text", shown, "Emil"))
          .isInstanceOf(AccessDenied.class);
    }
  }
}
