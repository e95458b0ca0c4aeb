package org.myocohort.app.web.entry;

import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.Names;
import org.springframework.stereotype.Component;

/// The names of accounts in the reader's language, for pages that say who did something.
@Component
public final class People {
  private final Names names;

  People(Names names) {
    this.names = names;
  }

  /// The names as a page in some language says them.
  public Names in(Texts texts) {
    return account -> name(texts, account);
  }

  /// How an account is called on a page.
  public String name(Texts texts, String account) {
    String key = "entry.person." + account;
    return texts.has(key) ? texts.text(key) : names.of(account);
  }
}
