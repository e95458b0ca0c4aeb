package org.myocohort.app.serve;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.store.OpenStore;
import org.myocohort.app.store.StoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists and changes the accounts of a registry.
@Command(name = "user")
public final class UserCommand implements Callable<Integer> {
  /// What is to be done.
  enum Action {
    list,
    add,
    disable,
    enable,
    reset
  }

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final StoreOptions store = new StoreOptions();

  @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "user.action")
  private Action action = Action.list;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "LOGIN",
      defaultValue = "",
      descriptionKey = "user.login")
  private String login = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "viewer",
      descriptionKey = "user.role")
  private String role = "";

  @Option(names = "--name", paramLabel = "NAME", defaultValue = "", descriptionKey = "user.name")
  private String name = "";

  @Option(names = "--centres", paramLabel = "NAMES", split = ";", descriptionKey = "user.centres")
  private List<String> centres = List.of();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = "http://localhost:8080/",
      descriptionKey = "user.public-url")
  private URI publicUrl = URI.create("");

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    // A method reference: a lambda would be a method of this class that names the database.
    return OpenStore.run(store, texts, err, new Users(this, common.format(), texts, err)::run);
  }

  Action action() {
    return action;
  }

  String login() {
    return login;
  }

  String role() {
    return role;
  }

  String name() {
    return name.isBlank() ? login : name;
  }

  List<String> centres() {
    return centres;
  }

  /// The address of a one-time link.
  String link(String secret) {
    String address = publicUrl.toString();
    return (address.endsWith("/") ? address : address + "/") + "link/" + secret;
  }
}
