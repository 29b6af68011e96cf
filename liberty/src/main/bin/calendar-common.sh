# shellcheck shell=sh
# What the programs' wrappers share. They set "calendar", the folder of the distribution, and "program".

fail() {
  printf '%s: %s\n' "$program" "$1" >&2
  exit 2
}

# Follows links, since the wrappers are linked from elsewhere, and so is java.
resolve() (
  file=$1
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=${file%/*}/$target ;;
    esac
  done
  printf '%s/%s\n' "$(cd -P "${file%/*}" && pwd)" "${file##*/}"
)

# Sets JAVA_HOME to a Java that is recent enough, from JAVA_HOME or else from PATH.
find_java() {
  if [ -z "${JAVA_HOME:-}" ]; then
    java=$(command -v java) ||
      fail 'no Java found: install JDK 17 or later, or set JAVA_HOME to one'
    java=$(resolve "$java")
    JAVA_HOME=${java%/bin/java}
  fi
  [ -x "$JAVA_HOME/bin/java" ] ||
    fail "no Java in JAVA_HOME, which is $JAVA_HOME: set it to JDK 17 or later"
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$JAVA_HOME/release" 2>/dev/null)
  [ "${version:-17}" -ge 17 ] ||
    fail "Java $version in $JAVA_HOME is too old: set JAVA_HOME to JDK 17 or later"
  export JAVA_HOME
}

# Java reads the environment, its arguments and the names of files in the character set of the locale.
# Under LC_ALL=C, or a locale that is not installed, it would lose the umlauts in a password or a path.
use_utf8() {
  case $(locale charmap 2>/dev/null) in
    '' | ANSI_X3.4-1968 | UTF-8) export LC_ALL=C.UTF-8 ;;
  esac
}
use_utf8

# logrotate and service managers send HUP to say "reopen your files"; Java would stop. Who started the
# program in a terminal still ends it by closing that.
ignore_hangup() {
  [ -t 0 ] || [ -t 1 ] || [ -t 2 ] || trap '' HUP
}

# Runs a short-lived program: FOLDER of its jars, its class, its arguments. The heap starts small and
# stays close to what is in use, also where the machine has much memory. Numbers and letters are those
# of one locale everywhere.
java_program() {
  folder=$1
  shift
  exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -Duser.language=en -Duser.country=US \
    -Xms16m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 \
    -cp "$calendar/lib/$folder/*" "$@"
}

# The options that the server's Java gets and that set one of our keys, one to a line.
key_properties() (
  sed -n '/^-Dcalendar\./p' "${WLP_USER_DIR:-$calendar/usr}/servers/$program/jvm.options" 2>/dev/null
  eval "set -- ${JVM_ARGS:-}"
  for option; do
    case $option in -Dcalendar.*) printf '%s\n' "$option" ;; esac
  done
)

# Becomes the server: its process id, its signals and its memory are the server's own.
start_server() {
  CALENDAR_KEY_PROPERTIES=$(key_properties)
  export CALENDAR_KEY_PROPERTIES
  answer=$(java_program launcher calendar.launcher.Launcher "$calendar" "$program" "$@")
  status=$?
  # Any other status ends here: all is said, or there was help or a check to print.
  if [ $status -ne 100 ]; then
    [ -z "$answer" ] || printf '%s\n' "$answer"
    exit $status
  fi
  unset CALENDAR_KEY_PROPERTIES
  eval "$answer"
  ignore_hangup
  # The C library keeps freed memory for each of its arenas, of which it would make eight per core.
  export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
  exec "$calendar/wlp/bin/server" run "$program"
}
