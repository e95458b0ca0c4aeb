package org.myocohort.app.web;

import java.io.Serializable;
import java.security.Principal;
import org.myocohort.registry.access.Actor;

/// Who is signed in.
///
/// @param actor on whose behalf things are done
/// @param login the name typed to sign in
/// @param name how the person is called on the pages
@SuppressWarnings("serial") // sessions live in memory only
public record SignedIn(Actor actor, String login, String name) implements Principal, Serializable {
  @Override
  public String getName() {
    return actor.account();
  }
}
