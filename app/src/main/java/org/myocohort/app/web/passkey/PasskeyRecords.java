package org.myocohort.app.web.passkey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.account.Passkey;
import org.myocohort.registry.account.Passkeys;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/// The registry's passkeys as Spring Security asks for them.
final class PasskeyRecords implements UserCredentialRepository {
  private final Passkeys passkeys;

  PasskeyRecords(Passkeys passkeys) {
    this.passkeys = passkeys;
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("removed by its person only");
  }

  @Override
  public void save(CredentialRecord credential) {
    passkeys.save(
        new Passkey(
            credential.getCredentialId().toBase64UrlString(),
            AccountEntities.account(credential.getUserEntityUserId()),
            credential.getLabel(),
            new Bytes(credential.getPublicKey().getBytes()).toBase64UrlString(),
            credential.getSignatureCount(),
            credential.isUvInitialized(),
            credential.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(",")),
            credential.isBackupEligible(),
            credential.isBackupState(),
            text(credential.getAttestationObject()),
            text(credential.getAttestationClientDataJSON()),
            credential.getCreated().truncatedTo(ChronoUnit.MILLIS).toString(),
            credential.getLastUsed().truncatedTo(ChronoUnit.MILLIS).toString()));
  }

  private static String text(@Nullable Bytes bytes) {
    return bytes == null ? "" : bytes.toBase64UrlString();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    Optional<Passkey> found = passkeys.find(id.toBase64UrlString());
    return found.map(PasskeyRecords::credential).orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return passkeys.of(AccountEntities.account(handle)).stream()
        .map(PasskeyRecords::credential)
        .toList();
  }

  private static CredentialRecord credential(Passkey passkey) {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(Bytes.fromBase64(passkey.id()))
        .userEntityUserId(AccountEntities.handle(passkey.account()))
        .publicKey(ImmutablePublicKeyCose.fromBase64(passkey.publicKey()))
        .signatureCount(passkey.signatureCount())
        .uvInitialized(passkey.userVerified())
        .transports(transports(passkey.transports()))
        .backupEligible(passkey.backupEligible())
        .backupState(passkey.backedUp())
        .attestationObject(Bytes.fromBase64(passkey.attestation()))
        .attestationClientDataJSON(Bytes.fromBase64(passkey.clientData()))
        .label(passkey.label())
        .created(Instant.parse(passkey.createdAt()))
        .lastUsed(Instant.parse(passkey.lastUsedAt()))
        .build();
  }

  private static Set<AuthenticatorTransport> transports(String text) {
    return Stream.of(text.split(",", -1))
        .filter(transport -> !transport.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toSet());
  }
}
