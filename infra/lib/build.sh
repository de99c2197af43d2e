# Sourced by the commands in infra/: builds what is missing or older than its sources.

services=(identity-service catalog-service ledger-service order-service invoice-service support-service chat-service)
runnable=(infra/local gateway "${services[@]}")

jar_of() {
  case "$1" in
    infra/local) echo "$KONTOR_HOME/infra/local/target/local-0.1.0.jar" ;;
    infra/reporting) echo "$KONTOR_HOME/infra/reporting/target/reporting-0.1.0-exec.jar" ;;
    *) echo "$KONTOR_HOME/$1/target/$1-0.1.0-exec.jar" ;;
  esac
}

# What a module is made of besides itself.
shared_by() {
  case "$1" in
    infra/local) echo infra/contracts ;;
    gateway) echo infra/contracts infra/observing ;;
    catalog-service | chat-service) echo infra/contracts infra/platform infra/observing infra/pictures ;;
    order-service | invoice-service | support-service)
      echo infra/contracts infra/platform infra/observing infra/decisions
      ;;
    *) echo infra/contracts infra/platform infra/observing ;;
  esac
}

# Maven leaves a jar alone whose content would not change, so a build is remembered beside it.
mark_of() {
  echo "$KONTOR_HOME/$1/target/.built"
}

is_stale() {
  local module="$1" made folder
  made="$(jar_of "$module")"
  [[ -e "$made" ]] || return 0
  if [[ "$(mark_of "$module")" -nt "$made" ]]; then
    made="$(mark_of "$module")"
  fi
  [[ "$KONTOR_HOME/pom.xml" -nt "$made" ]] && return 0
  for folder in "$module" $(shared_by "$module"); do
    [[ "$KONTOR_HOME/$folder/pom.xml" -nt "$made" ]] && return 0
    if [[ -d "$KONTOR_HOME/$folder/src/main" ]] &&
      [[ -n "$(find "$KONTOR_HOME/$folder/src/main" -newer "$made" -print -quit)" ]]; then
      return 0
    fi
  done
  [[ "$module" == infra/local ]] && is_launcher_incomplete
}

is_launcher_incomplete() {
  local library
  [[ -e "$built_class_path" && -e "$built_contracts" ]] || return 0
  compgen -G "$KONTOR_HOME/infra/local/target/keycloak/*.zip" >/dev/null || return 0
  while IFS= read -r library; do
    [[ -e "$library" ]] || return 0
  done < <(tr ':' '\n' <"$built_class_path")
  return 1
}

build_stale() {
  local module stale=()
  for module in "${runnable[@]}"; do
    if is_stale "$module"; then
      stale+=("$module")
    fi
  done
  if ((${#stale[@]})); then
    build "${stale[@]}"
  fi
}

build() {
  local modules module log
  # shellcheck source=maven.sh
  source "$KONTOR_HOME/infra/lib/maven.sh"
  modules="$(IFS=,; echo "$*")"
  mkdir -p "$state/logs"
  log="$state/logs/build.log"
  echo "Building $* (log: $log)"
  # Formatting is judged by infra/test; a start does not fail for a blank too many.
  (cd "$KONTOR_HOME" && mvn -B -ntp -T 2 -DskipTests -Dspotless.check.skip -pl "$modules" -am package 2>&1 || true) |
    tee "$log" | awk '/^\[INFO\] Building Kontor/ { sub(/^\[INFO\] Building/, " "); print; fflush() }'
  if ! grep -q 'BUILD SUCCESS' "$log"; then
    grep -m 10 '^\[ERROR\]' "$log" >&2 || tail -n 10 "$log" >&2
    echo "The build failed; the whole log is in $log." >&2
    return 1
  fi
  for module in "$@"; do
    touch "$(mark_of "$module")"
  done
}
