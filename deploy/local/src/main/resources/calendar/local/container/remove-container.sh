# shellcheck shell=sh
# Waits for SIGTERM, then removes a Docker container with its data, whatever state that is in.
#
# Argument: its name.

container=$1

remove() {
  kill "$sleeper"
  docker rm --force --volumes "$container"
  exit
}

trap remove TERM
while :; do
  sleep 3600 &
  sleeper=$!
  wait "$sleeper"
done
