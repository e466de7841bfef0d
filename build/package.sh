# Builds what ./sluice starts, into cli/target/sluice. To be sourced by bash, after jdk25.sh, with
#
#   root      the folder of this project
#   package   "$root/cli/target/sluice"
#   jvm       the options of the JVM that decide whether an ahead-of-time cache fits

# Whether all is as new as it can be.
sluice_is_ready() {
  [ -f "$package/built" ] && [ -f "$package/sluice.jar" ] || return 1
  [ -w "$root/cli/target" ] || return 0
  sluice_is_built && sluice_is_trained
}

# Whether nothing was changed since the last build: no file, and no folder by deleting one in it.
sluice_is_built() {
  [ -f "$package/built" ] && [ -f "$package/sluice.jar" ] || return 1
  local newer
  newer=$(find "$root/pom.xml" "$root/sluice" "$root/build/package.sh" "$root/build/NewerClasses.java" \
    "$root"/{engine,demo,studio,cli}/{pom.xml,src/main} -newer "$package/built" 2>/dev/null | head -n 1)
  [ -z "$newer" ]
}

# Whether the cache was made for these files: Maven may have been called without this script.
sluice_is_trained() {
  local jar
  for jar in "$package/sluice.jar" "$package"/lib/*.jar; do
    [ "$package/trained" -nt "$jar" ] || return 1
  done
}

sluice_build() {
  if ! command -v mvn >/dev/null; then
    {
      echo "Sluice is not built yet, and Maven, which builds it, is not on the PATH."
      echo "To install it: apt-get install maven (Debian, Ubuntu), dnf install maven (Fedora), brew install maven (macOS)."
    } >&2
    return 1
  fi
  if ! mkdir -p "$root/cli/target" 2>/dev/null || ! [ -w "$root/cli/target" ]; then
    echo "Sluice is not built yet, and $root/cli/target cannot be written." >&2
    return 1
  fi
  sluice_lock || return 1
  trap sluice_unlock EXIT
  trap 'echo >&2; exit 130' INT
  trap 'exit 143' TERM
  local status=0
  # Another start may have built while this one waited.
  sluice_is_ready || sluice_build_locked || status=$?
  trap - EXIT INT TERM
  sluice_unlock
  return "$status"
}

sluice_build_locked() {
  local log=$root/cli/target/build.log began=$package.began
  mkdir -p "$package"
  rm -f "$log"
  if ! sluice_is_built; then
    rm -f "$package/built"
    # Taken before the build, so that what is changed during it counts as changed.
    : >"$began"
    if ! sluice_wait_for "Building Sluice" sluice_maven "$log"; then
      sluice_explain_failure "$log" >&2
      return 1
    fi
    mv "$began" "$package/built"
  fi
  # Sluice also works without the cache, only slower at the start.
  sluice_wait_for "Preparing fast starts" sluice_train "$log" || rm -f "$package/sluice.aot"
  : >"$package/trained"
}

sluice_maven() {
  cd "$root" && exec mvn -B -pl cli -am -Dmaven.test.skip=true package </dev/null
}

# Runs extractions against the embedded demo and keeps what the JVM loaded and linked for them.
sluice_train() {
  local java=$SLUICE_JDK/bin/java recorded=$package/sluice.aotconf
  rm -f "$package/sluice.aot"
  "$java" "$root/build/NewerClasses.java" "$package"/lib/picocli-*.jar || return 1
  "$java" "${jvm[@]}" -XX:AOTMode=record -XX:AOTConfiguration="$recorded" \
    -cp "$package/sluice.jar" dev.sluice.cli.Training </dev/null &&
    "$java" "${jvm[@]}" -XX:AOTMode=create -XX:AOTConfiguration="$recorded" \
      -XX:AOTCache="$package/sluice.aot" -cp "$package/sluice.jar" </dev/null
  local status=$?
  rm -f "$recorded"
  return "$status"
}

# Runs a function in the background, its output in a log, and shows on a terminal that time passes.
sluice_wait_for() {
  local title=$1 log=$3 began=$SECONDS status=0
  "$2" >>"$log" 2>&1 &
  sluice_child=$!
  if [ -t 2 ]; then
    while kill -0 "$sluice_child" 2>/dev/null; do
      printf '\r%s ... %d s' "$title" $((SECONDS - began)) >&2
      sleep 0.2
    done
    printf '\r\033[K' >&2
  else
    echo "$title ..." >&2
  fi
  wait "$sluice_child" || status=$?
  sluice_child=
  return "$status"
}

sluice_explain_failure() {
  echo "Sluice could not be built. What Maven says:"
  echo
  grep -E '^\[ERROR\]|^\[WARNING\] .*\.java' "$1" |
    grep -v -E '^\[ERROR\] *$|^\[ERROR\] (->|To see|Re-run|For more|\[Help|After correcting|  mvn )' |
    sed -e "s|$root/||" -e 's/ -> \[Help 1\]$//' | awk '!seen[$0]++' | head -n 30
  echo
  if grep -q -E 'Could not (transfer|find) artifact|Unknown host|Connection refused' "$1"; then
    echo "Maven could not download something. Is a proxy or a mirror missing in ~/.m2/settings.xml?"
  fi
  echo "The whole output is in $1"
}

# The lock is a symbolic link that names the process, because making one is atomic.
sluice_lock() {
  local lock=$root/cli/target/build.lock holder told=
  until ln -s "$$" "$lock" 2>/dev/null; do
    holder=$(readlink "$lock" 2>/dev/null) || continue
    if ! kill -0 "$holder" 2>/dev/null; then
      # Whoever made it is gone; only one of those who wait gets to move it.
      mv "$lock" "$lock.$$" 2>/dev/null && rm -f "$lock.$$"
      continue
    fi
    if [ -z "$told" ]; then
      echo "Another start of Sluice is building it; waiting ..." >&2
      told=yes
    fi
    sleep 0.5
  done
}

sluice_unlock() {
  [ -z "${sluice_child:-}" ] || kill "$sluice_child" 2>/dev/null || true
  rm -f "$root/cli/target/build.lock"
}
