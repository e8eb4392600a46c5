# Set-up shared by ./run and ./check, which source it: packages, configuring, building, and steps that show
# progress and say plainly what failed. Bash; expects `set -u` and the root of the project as working directory.

logs=build/logs
mkdir -p "$logs"
export DEBIAN_FRONTEND=noninteractive

# step TITLE LOG COMMAND [ARG …]: runs the command with its output in build/logs/LOG.log and its last line as
# progress. Returns the command's status; where that is not 0, says what failed and shows the end of the log.
step() {
  local title=$1 log=$logs/$2.log status=0 start=$SECONDS
  shift 2
  printf '==> %s\n' "$title"
  : >"$log"
  show_progress "$log" &
  local watcher=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  kill "$watcher" 2>/dev/null
  wait "$watcher" 2>/dev/null
  [ -t 1 ] && printf '\r\033[K'
  if [ "$status" = 0 ]; then
    printf '    done in %d s\n' $((SECONDS - start))
  else
    printf '\nFAILED: %s (exit status %d after %d s). The end of %s:\n\n' "$title" "$status" $((SECONDS - start)) "$log"
    tail -n "${shown_lines:-40}" "$log"
    printf '\nFAILED: %s. The whole output is in %s\n' "$title" "$log"
  fi
  return "$status"
}

# The newest line of a log: rewritten in place on a terminal, else a line every 20 s.
show_progress() {
  local line shown= pause=20
  [ -t 1 ] && pause=0.5
  while sleep "$pause" >/dev/null 2>&1; do
    line=$(tail -n 1 "$1" | tr -cd '[:print:]' | cut -c 1-100)
    [ "$line" = "$shown" ] && continue
    shown=$line
    if [ -t 1 ]; then printf '\r\033[K    %s' "$line"; else printf '    … %s\n' "$line"; fi
  done
}

# What is to be installed, and whether tests are to be built; ./check sets both.
package_lists=(cmake/debian-packages.txt)
tests=OFF

wanted_packages() { sed 's/#.*//; /^ *$/d' "${package_lists[@]}" | sort -u; }

# Under their own names and under those they provide: other nodejs packages bring npm.
installed_packages() {
  dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' | sed -n 's/^installed //p' |
    tr ',' '\n' | sed 's/(.*//; s/ //g' | sort -u
}

missing_packages() { comm -23 <(wanted_packages) <(installed_packages); }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

may_install() {
  [ "$(id -u)" = 0 ] && return
  command -v sudo >/dev/null && sudo -v
}

install_packages() {
  command -v dpkg-query >/dev/null || {
    echo "==> Not a Debian system: the packages of ${package_lists[*]} are taken to be there."
    return 0
  }
  local missing
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  printf '==> Missing packages: %s\n' "$(echo $missing)"
  may_install || {
    printf 'FAILED: installing them needs root. As root:\n  apt-get install --no-install-recommends %s\n' "$(echo $missing)"
    return 1
  }
  step "Refreshing the package lists" apt-update as_root apt-get update || return
  step "Installing $(echo "$missing" | wc -l) packages" apt-install \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

# What ./run has configured without tests, ./check configures again.
lacks_tests() { [ "$tests" = ON ] && grep -q '^ACTLAB_TESTS:BOOL=OFF' "build/$1/CMakeCache.txt"; }

# build_preset PRESET [TARGET …]: configures where that is due (later ninja sees to it) and builds.
build_preset() {
  local preset=$1 ninja=build/$1/build.ninja
  shift
  if [ ! -e "$ninja" ] || lacks_tests "$preset"; then
    step "Configuring $preset" "configure-$preset" cmake --preset "$preset" -D ACTLAB_TESTS=$tests || return
  elif [ CMakePresets.json -nt "$ninja" ]; then
    step "Configuring $preset" "configure-$preset" cmake --preset "$preset" || return
  fi
  step "Building $preset" "build-$preset" cmake --build --preset "$preset" ${1:+--target "$@"}
}
