# shellcheck shell=sh
# Runs a program that must not outlive its starter, however the starter ends.
#
# Arguments: the signal that stops the program, how many seconds it then has, the program, its arguments.
# Standard input is a pipe that only the starter holds: when it ends, the program is stopped.
# Its output begins with a line of its own: the program's process number.
# Exit status: the program's.

signal=$1 seconds=$2
shift 2

# Ctrl-C and a closed terminal are the starter's to act upon. The program gets a session of its own
# where there is a way to have one; otherwise it inherits that these signals are ignored.
trap '' INT HUP QUIT
session=$(command -v setsid)

exec 3<&0
$session sh -c 'echo $$; exec "$@"' guarded "$@" 3<&- </dev/null &
program=$!

(
  while read -r _ <&3; do :; done
  # What was paused must go on in order to end.
  # shellcheck disable=SC2046 # one argument for each child
  kill -s CONT "$program" $(cat "/proc/$program/task/$program/children")
  kill -s "$signal" "$program"
  while [ "$seconds" -gt 0 ] && kill -0 "$program"; do
    sleep 1
    seconds=$((seconds - 1))
  done
  kill -s KILL "$program"
) >/dev/null 2>&1 &
watcher=$!
exec 3<&-

trap 'kill -s "$signal" "$program"' TERM
wait "$program"
status=$?
# Not ended yet: it was the trap that ended the wait.
while kill -0 "$program" 2>/dev/null; do
  wait "$program"
  status=$?
done

kill "$watcher" 2>/dev/null
if [ -n "$session" ]; then
  kill -s KILL -- "-$program" 2>/dev/null
fi
exit "$status"
