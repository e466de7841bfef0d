# Finds a JDK 25. To be sourced by bash:
#
#   . build/jdk25.sh
#   use_jdk25 || exit 1
#
# sets JAVA_HOME, and MAVEN_OPTS for a Maven that runs on it. Looks at SLUICE_JAVA (a JDK's folder
# or its java), JAVA_HOME, the usual folders of the system, and java on the PATH, in this order.

use_jdk25() {
  local candidate java
  if [ -n "${SLUICE_JAVA:-}" ]; then
    candidate=${SLUICE_JAVA%/bin/java}
    if ! is_jdk25 "$candidate"; then
      echo "SLUICE_JAVA is $SLUICE_JAVA, but that is not a JDK 25." >&2
      return 1
    fi
  else
    java=$(command -v java || true)
    for candidate in "${JAVA_HOME:-}" \
      /usr/lib/jvm/*25* /usr/java/*25* /opt/java/*25* /opt/java/openjdk /opt/*jdk*25* \
      /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
      /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
      "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/25* "$HOME"/.jdks/*25* \
      "$(home_of_java "$java")"; do
      if is_jdk25 "$candidate"; then
        break
      fi
      candidate=
    done
    if [ -z "$candidate" ]; then
      explain_missing_jdk25 "$java"
      return 1
    fi
  fi
  export JAVA_HOME=$candidate
  # Maven's own libraries use what JDK 25 warns about.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}

# Each JDK tells its version in the file "release", so that none has to be started for it.
is_jdk25() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    grep -q '^JAVA_VERSION="25[.".-]\?' "$1/release" && ! grep -q '^JAVA_VERSION="25[0-9]' "$1/release"
}

# The folder that a java command belongs to, through all symbolic links.
home_of_java() {
  local link=$1 target
  [ -n "$link" ] || return 0
  while [ -L "$link" ]; do
    target=$(readlink "$link")
    case $target in
      /*) link=$target ;;
      *) link=$(dirname "$link")/$target ;;
    esac
  done
  echo "${link%/bin/java}"
}

explain_missing_jdk25() {
  {
    echo "Sluice needs a JDK 25, and there is none in the usual places."
    if [ -n "$1" ]; then
      echo "(java on the PATH is $("$1" -version 2>&1 | head -n 1).)"
    fi
    echo
    echo "Install one, for instance"
    echo "  Debian, Ubuntu   apt install openjdk-25-jdk   (or temurin-25-jdk, see https://adoptium.net/installation)"
    echo "  Fedora           dnf install java-25-openjdk-devel"
    echo "  macOS            brew install openjdk@25"
    echo "  anywhere         https://adoptium.net/temurin/releases/?version=25"
    echo "or, if there is one already, name its folder: SLUICE_JAVA=/path/to/jdk-25"
  } >&2
}
