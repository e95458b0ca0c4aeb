# Finds what both commands need and exports it: JAVA_HOME (a JDK 25, 25.0.3 or later) and MVN.
# Sourced by ./myocohort and ./verify. Says in one line what to install and exits 2 where it is missing.

# Prints the version a JDK says of itself ("25.0.3"), from its release file: no JVM is started.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$1/release"
}

# 25.0.3 and later 25 updates; earlier ones have compiler faults that this project meets.
jdk_fits() {
  case "$(jdk_version "$1")" in
    25.0.[3-9]*|25.0.[1-9][0-9]*|25.[1-9]*) return 0 ;;
  esac
  return 1
}

find_jdk() {
  for candidate in "${JAVA_HOME:-}" \
      "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null)" 2>/dev/null)")" 2>/dev/null)" \
      /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && jdk_fits "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "myocohort: no JDK 25 (25.0.3 or later) found: install one (for example Temurin 25) or set JAVA_HOME to it" >&2
  exit 2
}

find_maven() {
  MVN=$(command -v mvn 2>/dev/null) || {
    echo "myocohort: Maven not found: install it (on Debian: apt-get install maven) and run this again" >&2
    exit 2
  }
  export MVN
}
