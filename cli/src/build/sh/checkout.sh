# shellcheck shell=sh disable=SC2154 # root, cache and java_home are set where this is read
# What ./redshank does in a checkout only: it builds what it runs. Read by that script, which knows
# `root` and `java_home`, and goes on with `build`.
set -u

# Sets `home`, which holds builds and archives: below the checkout or, where nobody may write there,
# in the user's cache.
find_home() {
  home=$root/cli/target/redshank
  builds_in=$root
  if can_make "$home" || { find_build && is_fresh; }; then
    return
  fi
  find_cache || die "$USER_ERROR" "$root cannot be written, and there is no cache folder: set HOME."
  home=$cache/builds
  builds_in=$cache/checkout
}

# Whether the folder exists or can be made, and be written.
can_make() {
  folder=$1
  while [ ! -e "$folder" ]; do
    folder=${folder%/*}
  done
  [ -d "$folder" ] && [ -w "$folder" ]
}

# --- the build ----------------------------------------------------------------------------------

# Sets `build`, the newest build, or fails.
find_build() {
  name=''
  [ -f "$home/current" ] && read -r name <"$home/current"
  build=$home/$name
  [ -n "$name" ] && [ -f "$build/classpath" ]
}

# Whether no source is newer than the build. Folders count, so a deleted file is noticed too.
is_fresh() {
  newer=$(find "$root/pom.xml" "$root/core/pom.xml" "$root/rules/pom.xml" "$root/sandbox/pom.xml" \
    "$root/cli/pom.xml" "$root/core/src/main" "$root/rules/src/main" "$root/sandbox/src/main" \
    "$root/cli/src/main" "$root/cli/src/build" \
    -newer "$build/began" -print 2>/dev/null)
  [ -z "$newer" ]
}

# One build at a time. The lock names its process, so that the lock of a dead one is taken over.
take_lock() {
  lock=$home/lock
  waiting=0
  mkdir -p "$home" || die "$USER_ERROR" "Cannot make the folder $home."
  until mkdir "$lock" 2>/dev/null; do
    [ "$waiting" -gt 0 ] || say "waiting for another redshank that is building ($lock)"
    waiting=$((waiting + 1))
    [ "$waiting" -lt 900 ] || die "$BROKEN" "Another build holds $lock. Remove it if there is none."
    drop_dead_lock
    sleep 1
  done
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  echo "$$" >"$lock/pid"
}

# Only one waiter makes the folder `gone`, and only in the very lock whose holder it then looks at.
drop_dead_lock() {
  mkdir "$lock/gone" 2>/dev/null || return 0
  holder=''
  [ -f "$lock/pid" ] && read -r holder <"$lock/pid"
  if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null && ! ps -p "$holder" >/dev/null 2>&1; then
    rm -rf "$lock"
  else
    rmdir "$lock/gone" 2>/dev/null
  fi
}

drop_lock() {
  rm -rf "$lock"
  trap - EXIT HUP INT TERM
}

ensure_build() {
  if ! find_build || ! is_fresh; then
    make_build if-needed
  fi
}

# Builds and trains; if it was only needed, not when somebody else did it in the meantime.
make_build() {
  take_lock
  if [ "$1" = always ] || ! find_build || ! is_fresh; then
    compile
    find_build || die "$BROKEN" "The build left nothing in $home."
    train
  fi
  drop_lock
}

compile() {
  say "building (the first time takes a minute, as Maven downloads what it needs)"
  # A source that is saved while Maven works is newer than this file, so it is built next time.
  : >"$home/began"
  copy_sources
  rm -rf "$builds_in/cli/target/launcher"
  (
    cd "$builds_in" &&
      JAVA_HOME=$java_home sh ./mvnw -q -B -Pfast,launcher -pl cli -am process-classes </dev/null
  ) >"$home/build.log" 2>&1 || {
    cat "$home/build.log" >&2
    die "$BROKEN" "The build failed; its log is above and in $home/build.log."
  }
  install_build
}

# Where the checkout cannot be written, a copy of it is built.
copy_sources() {
  [ "$builds_in" != "$root" ] || return 0
  rm -rf "$builds_in"
  mkdir -p "$builds_in" || die "$USER_ERROR" "Cannot make the folder $builds_in."
  (cd "$root" && tar cf - --exclude=target --exclude=.git .) |
    (cd "$builds_in" && tar xf -)
  chmod -R u+w "$builds_in"
}

# Puts the jars under a name of their own and only then says that they are current: whoever starts
# meanwhile keeps the previous build, which stays until the next one.
install_build() {
  jars=$builds_in/cli/target/launcher
  previous=''
  [ -f "$home/current" ] && read -r previous <"$home/current"
  for old in "$home"/build-*; do
    [ "$old" = "$home/$previous" ] || rm -rf "$old"
  done
  name=build-$(date +%Y%m%d%H%M%S)-$$
  mkdir "$home/$name" || die "$BROKEN" "Cannot make a folder in $home."
  cp -R "$jars"/. "$home/$name/" || die "$BROKEN" "Cannot copy the jars to $home."
  mv "$home/began" "$home/$name/began"
  echo "$name" >"$home/current.$$"
  mv "$home/current.$$" "$home/current"
}

find_home
case ${1-} in
  --rebuild)
    make_build always
    exit
    ;;
  *)
    ensure_build
    ;;
esac
