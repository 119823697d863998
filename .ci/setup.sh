# Sourced by ./jobfinder and ./test: makes .venv from a lock file, once per content of that file.
# Expects $here, the project's folder.

say() { printf '%s\n' "$*" >&2; }

find_python() {
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  say "jobfinder needs Python 3.11 or newer, and found none. Install it from your system's packages or python.org."
  return 1
}

setup() {
  lock="$here/$1"
  stamp="$here/.venv/$1.stamp"
  if [ -f "$stamp" ] && cmp -s "$lock" "$stamp"; then return 0; fi
  if [ ! -x "$here/.venv/bin/python" ] || [ ! -x "$here/.venv/bin/uv" ]; then
    python=$(find_python) || exit 1
    say "First use: making an environment in .venv (half a minute, once) ..."
    if ! "$python" -m venv "$here/.venv"; then
      say "This Python has no working 'venv' module. On Debian and Ubuntu: apt install python3-venv"
      exit 1
    fi
    "$here/.venv/bin/python" -m pip install --quiet --disable-pip-version-check uv || {
      say "Could not install 'uv' into .venv: is a package index reachable?"
      exit 1
    }
  fi
  "$here/.venv/bin/uv" pip install --quiet --python "$here/.venv/bin/python" --require-hashes -r "$lock" || {
    say "Could not install what $1 lists: is a package index reachable?"
    exit 1
  }
  cp "$lock" "$stamp"
}
