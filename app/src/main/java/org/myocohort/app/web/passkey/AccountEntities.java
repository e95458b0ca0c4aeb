package org.myocohort.app.web.passkey;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Accounts;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/// Accounts as devices know them: by the account's id, which names nobody; login and name are shown
/// by the device when its person chooses.
final class AccountEntities implements PublicKeyCredentialUserEntityRepository {
  private final Accounts accounts;

  AccountEntities(Accounts accounts) {
    this.accounts = accounts;
  }

  static Bytes handle(String account) {
    return new Bytes(account.getBytes(StandardCharsets.UTF_8));
  }

  static String account(Bytes handle) {
    return new String(handle.getBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return findByUsername(account(handle));
  }

  /// Of somebody who is signed in; their name is the account's id.
  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
    Optional<Account> found = accounts.find(id);
    return found.map(AccountEntities::entity).orElse(null);
  }

  private static PublicKeyCredentialUserEntity entity(Account account) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle(account.id()))
        .name(account.login())
        .displayName(account.name())
        .build();
  }

  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new UnsupportedOperationException("a passkey makes no account");
  }

  @Override
  public void delete(Bytes handle) {
    throw new UnsupportedOperationException("a passkey removes no account");
  }
}
