# Sourced by the commands in infra/: runs the launcher's Java, built when it is not there yet.

KONTOR_HOME="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
export KONTOR_HOME
# shellcheck source=java.sh
source "$KONTOR_HOME/infra/lib/java.sh"

state="${KONTOR_LOCAL_DIR:-$KONTOR_HOME/infra/.local}"
if [[ "$state" != /* ]]; then
  state="$PWD/$state"
fi
export KONTOR_LOCAL_DIR="$state"
built="$KONTOR_HOME/infra/local/target/local-0.1.0.jar"
built_contracts="$KONTOR_HOME/infra/contracts/target/contracts-0.1.0.jar"
built_class_path="$KONTOR_HOME/infra/local/target/class-path"

# The launcher runs from copies: a build may replace the jars in target while it is up.
copy_launcher() {
  local jar
  if ! mkdir -p "$state/launcher" 2>/dev/null || [[ ! -w "$state/launcher" ]]; then
    echo "The folder $state cannot be written; set KONTOR_LOCAL_DIR to one that can." >&2
    exit 1
  fi
  for jar in "$built" "$built_contracts" "$built_class_path"; do
    cp "$jar" "$state/launcher/.${jar##*/}"
    mv -f "$state/launcher/.${jar##*/}" "$state/launcher/${jar##*/}"
  done
}

ensure_launcher() {
  if [[ -e "$state/launcher/class-path" ]]; then
    return
  fi
  if [[ ! -e "$built" || ! -e "$built_contracts" || ! -e "$built_class_path" ]]; then
    # shellcheck source=build.sh
    source "$KONTOR_HOME/infra/lib/build.sh"
    build infra/local
  fi
  copy_launcher
}

launcher_command() {
  local libraries
  # All but the project's own jars, which come from the copies.
  libraries="$(tr ':' '\n' <"$state/launcher/class-path" | grep -v -e '/contracts-0\.1\.0\.jar$' -e '/contracts/target/classes$' | paste -sd: -)"
  launcher=("$JAVA_HOME/bin/java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders
    --enable-native-access=ALL-UNNAMED
    -cp "$state/launcher/local-0.1.0.jar:$state/launcher/contracts-0.1.0.jar:$libraries" kontor.local.Main)
}

run_launcher() {
  local launcher
  ensure_launcher
  launcher_command
  "${launcher[@]}" "$@"
}
