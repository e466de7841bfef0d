# Finds a JDK 25. To be sourced by bash:
#
#   . build/jdk25.sh
#   sluice_find_jdk || exit 2
#
# sets SLUICE_JDK to its folder, and for Maven JAVA_HOME and MAVEN_OPTS. Looks at SLUICE_JAVA (the
# folder of a JDK, or its java), at JAVA_HOME, into the usual folders and at java on the PATH, in
# this order. Starts no other program while it succeeds, because every start of Sluice waits for it.

sluice_find_jdk() {
  local candidate
  SLUICE_JDK=
  if [ -n "${SLUICE_JAVA:-}" ]; then
    candidate=${SLUICE_JAVA%/}
    candidate=${candidate%/bin/java}
    if ! sluice_is_jdk25 "$candidate"; then
      echo "SLUICE_JAVA is $SLUICE_JAVA, and that is no JDK 25." >&2
      return 1
    fi
    SLUICE_JDK=$candidate
  else
    for candidate in "${JAVA_HOME:-}" \
      /usr/lib/jvm/*25* /usr/java/*25* /opt/java/openjdk /opt/*jdk*25* \
      /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
      /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
      "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/25* "${HOME:-}"/.jdks/*25*; do
      if sluice_is_jdk25 "$candidate"; then
        SLUICE_JDK=$candidate
        break
      fi
    done
    if [ -z "$SLUICE_JDK" ]; then
      candidate=$(sluice_jdk_on_path)
      if ! sluice_is_jdk25 "$candidate"; then
        sluice_explain_missing_jdk
        return 1
      fi
      SLUICE_JDK=$candidate
    fi
  fi
  export JAVA_HOME=$SLUICE_JDK
  # Libraries of Maven itself use what JDK 25 warns about.
  case " ${MAVEN_OPTS:-} " in
    *" --sun-misc-unsafe-memory-access=allow "*) ;;
    *) export MAVEN_OPTS="${MAVEN_OPTS:+$MAVEN_OPTS }--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" ;;
  esac
}

# A JDK tells its version in its file "release".
sluice_is_jdk25() {
  local line
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'* | 'JAVA_VERSION="25-'* | 'JAVA_VERSION="25+'*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# The folder that java on the PATH belongs to, through all symbolic links.
sluice_jdk_on_path() {
  local java target
  java=$(command -v java) || return 0
  while [ -L "$java" ]; do
    target=$(readlink "$java")
    case $target in
      /*) java=$target ;;
      *) java=${java%/*}/$target ;;
    esac
  done
  echo "${java%/bin/java}"
}

sluice_explain_missing_jdk() {
  {
    echo "Sluice needs a JDK 25, and there is none in the usual places."
    if command -v java >/dev/null; then
      echo "(The java on the PATH is $(java -version 2>&1 | head -n 1).)"
    fi
    echo
    echo "To install one:"
    echo "  Debian, Ubuntu   apt-get install openjdk-25-jdk, or temurin-25-jdk from https://adoptium.net/installation/linux"
    echo "  Fedora           dnf install java-25-openjdk-devel"
    echo "  macOS            brew install openjdk@25"
    echo "  anywhere         https://adoptium.net/temurin/releases/?version=25"
    echo "If there is one in another place, name its folder: SLUICE_JAVA=/path/to/jdk-25"
  } >&2
}
