# Sourced by the commands in infra/: finds Maven.

if ! command -v mvn >/dev/null; then
  echo "Kontor is built with Maven (3.8 or later) and there is no mvn on the PATH; install it." >&2
  exit 1
fi
