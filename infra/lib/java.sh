# Sourced by the commands in infra/: finds a JDK 25 and exports JAVA_HOME.

is_jdk_25() {
  [[ -x "$1/bin/javac" ]] && [[ "$("$1/bin/java" -XshowSettings:properties -version 2>&1)" == *"java.specification.version = 25"* ]]
}

# The release file answers without starting a Java; its absence is answered by starting one.
looks_like_25() {
  [[ -n "$1" && -x "$1/bin/javac" ]] || return 1
  if [[ -r "$1/release" ]]; then
    grep -q '^JAVA_VERSION="25[".+-]' "$1/release"
  else
    is_jdk_25 "$1"
  fi
}

find_jdk_25() {
  local candidate on_path
  on_path="$(command -v javac || true)"
  if [[ -n "$on_path" ]]; then
    on_path="$(cd "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")/.." && pwd)"
  fi
  for candidate in "${JAVA_HOME:-}" "${JAVA_25_HOME:-}" "${JAVA_HOME_25_X64:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/* /opt/*/* /usr/local/lib/jvm/* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if looks_like_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

if ! JAVA_HOME="$(find_jdk_25)"; then
  echo "Kontor needs a JDK 25 and none was found; install one or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
