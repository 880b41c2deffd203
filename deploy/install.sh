#!/bin/sh
# Installs afterword, upgrades it, or takes it away.
set -eu

usage() {
    cat <<'TEXT'
usage: sudo sh deploy/install.sh [OPTION]…     as a service of the system, under a user of its own
       sh deploy/install.sh --user [OPTION]…   for you alone, without root

  --from WHAT        what to install: a checkout, a wheel or an sdist (else the checkout that this script is in)
  --wheels FOLDER    take what it needs from this folder and nothing from the network
  --postgresql       with the driver for PostgreSQL
  --python PROGRAM   the Python to run on, 3.11 or newer (else the newest of the system's)
  --no-start         neither enable nor start the service
  --no-backup        upgrade without a copy of the database (for PostgreSQL: you have one of pg_dump)
  --uninstall        take the program away; configuration, database and user stay

Run it again at any time: what is in place stays, a newer version is an upgrade. An upgrade that does not start is rolled back.
TEXT
}

say() { printf '%s\n' "$*"; }
die() {
    printf 'install.sh: %s\n' "$*" >&2
    exit 1
}

mode=system from= wheels= postgresql= python= start=yes backup=yes action=install
while [ $# -gt 0 ]; do
    case $1 in
    --user) mode=user ;;
    --from | --wheels | --python)
        [ $# -ge 2 ] || die "$1 wants a value; see --help"
        case $1 in
        --from) from=$2 ;;
        --wheels) wheels=$2 ;;
        --python) python=$2 ;;
        esac
        shift
        ;;
    --postgresql) postgresql=yes ;;
    --no-start) start= ;;
    --no-backup) backup= ;;
    --uninstall) action=uninstall ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
    esac
    shift
done

# Everybody may read the program, whatever root's own umask is.
umask 022
here=$(cd "$(dirname "$0")" && pwd -P)
unit=afterword.service

# --- the two ways to live on a machine ------------------------------------------------------------------------------------

if [ $mode = system ]; then
    [ "$(id -u)" = 0 ] || die 'a service of the system is installed by root: sudo sh deploy/install.sh (or --user, for you alone)'
    command -v systemctl >/dev/null || die 'there is no systemd here; deploy/container has an image, and --user installs the program alone'
    prefix=/opt/afterword configuration=/etc/afterword state=/var/lib/afterword
    command=/usr/local/bin/afterword units=/etc/systemd/system share=/usr/local/share
    sudo='sudo '
    search=/usr/local/bin:/usr/bin:/bin
else
    [ "$(id -u)" != 0 ] || die '--user is for an ordinary user; root installs the service of the system, without --user'
    prefix=${XDG_DATA_HOME:-$HOME/.local/share}/afterword configuration=${XDG_CONFIG_HOME:-$HOME/.config}/afterword
    state=${XDG_STATE_HOME:-$HOME/.local/state}/afterword
    command=$HOME/.local/bin/afterword units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user
    share=${XDG_DATA_HOME:-$HOME/.local/share}
    sudo=
    search=$PATH
fi

# Where the manual and the shells look, below share/. Without root zsh has no such place.
manual=man/man1/afterword.1
bash=bash-completion/completions/afterword fish=fish/vendor_completions.d/afterword.fish zsh=zsh/site-functions/_afterword
[ $mode = system ] || zsh=

manager() {
    if [ $mode = system ]; then systemctl "$@"; else systemctl --user "$@"; fi
}

# Whether systemd can be asked: it may not be there, not be booted (a chroot, an image), or have no instance for this user.
managed() { command -v systemctl >/dev/null && manager show --property=Version >/dev/null 2>&1; }

# Something in the service's own surroundings, as its user.
as_service() {
    if [ $mode = system ]; then
        # from a folder that the user may see
        (cd / && setpriv --reuid=afterword --regid=afterword --init-groups env HOME=$state STATE_DIRECTORY=$state \
            AFTERWORD_CONFIG=$configuration/config.toml "$@")
    else
        "$@"
    fi
}

journal() {
    if [ $mode = system ]; then journalctl "$@"; else journalctl --user "$@"; fi
}

# --- taking it away -------------------------------------------------------------------------------------------------------

if [ $action = uninstall ]; then
    if managed; then manager disable --now --quiet $unit 2>/dev/null || true; fi
    rm -f "$units/$unit" "$command"
    for file in $manual $bash $zsh $fish; do rm -f "$share/$file"; done
    [ $mode = user ] || rm -f "$units/afterword-failure@.service" /etc/sysusers.d/afterword.conf /etc/tmpfiles.d/afterword.conf
    # what else lies there, or if it is the folder of the state, too, is not ours to take
    rm -rf "$prefix/current" "$prefix"/.current.* "$prefix/releases" "$prefix/libraries"
    rmdir "$prefix" 2>/dev/null || true
    if managed; then manager daemon-reload; fi
    say 'afterword is uninstalled. What is yours stays:'
    for place in "$configuration" "$state" "$units/$unit.d"; do
        [ ! -e "$place" ] || say "  $place"
    done
    say 'Installing it again takes up where it was.'
    exit
fi

# --- what is to be installed ----------------------------------------------------------------------------------------------

sources=$(dirname "$here")
from=${from:-$sources}
lock=$sources/requirements.lock
[ ! -d "$from" ] || lock=$from/requirements.lock
[ -e "$from" ] || die "$from: there is no such file or folder"
[ -f "$lock" ] || die "$lock is missing: it holds the checksums of all that is downloaded"
[ -z "$wheels" ] || [ -d "$wheels" ] || die "$wheels: there is no such folder"
from=$(cd "$(dirname "$from")" && pwd -P)/$(basename "$from")
[ -z "$wheels" ] || wheels=$(cd "$wheels" && pwd -P)

find_python() {
    for candidate in ${python:-python3.14 python3.13 python3.12 python3.11 python3}; do
        found=$(PATH=$search command -v "$candidate") || continue
        "$found" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        # what lies in root's home is closed for the service
        [ $mode = user ] || as_service "$found" -c pass 2>/dev/null || continue
        printf '%s' "$found"
        return
    done
    die "${python:-Python 3.11 or newer, with venv,} is not there or cannot be used by the service: apt install python3 python3-venv, \
or name another with --python"
}

# What is installed, as checksums: the same again is no upgrade, and two versions that need the same libraries share them.
fingerprint_of_libraries() {
    "$interpreter" -VV
    printf '%s %s\n' "$interpreter" "$postgresql"
    sha256sum <"$lock"
}
fingerprint() {
    fingerprint_of_libraries
    if [ -d "$from" ]; then
        (cd "$from" && find daemon classifiers pyproject.toml -type f ! -name '*.pyc' -exec sha256sum {} + | LC_ALL=C sort -k 2)
    else
        sha256sum <"$from"
    fi
    (cd "$here" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2)
}
checksum() { sha256sum | cut -c 1-16; }

# --- building the new version beside the old one --------------------------------------------------------------------------

unfinished= resume=
leave_it_whole() {
    status=$?
    # by what it is, not by its name: a home folder may be a link
    [ -z "$unfinished" ] || [ "$(readlink -f "$prefix/current")" = "$(readlink -f "$unfinished")" ] || rm -rf "$unfinished"
    [ -z "$resume" ] || manager start $unit || true
    exit $status
}
trap leave_it_whole EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

pip() { # FOLDER ARGUMENTS…: the libraries' pip for the environment in FOLDER
    environment=$1
    shift
    (cd / && "$prefix/$libraries/bin/python" -m pip --python "$environment/bin/python" --disable-pip-version-check --no-input "$@")
}

build_libraries() {
    libraries=libraries/$(fingerprint_of_libraries | checksum)
    folder=$prefix/$libraries
    [ ! -f "$folder/.complete" ] || return 0
    say "libraries: into $folder"
    rm -rf "$folder"
    unfinished=$folder
    "$interpreter" -m venv "$folder"
    set --
    [ -z "$wheels" ] || set -- --no-index --find-links "$wheels"
    # every download is compared with the checksums in the lock file
    pip "$folder" install --quiet "$@" --require-hashes -r "$lock"
    if [ -n "$postgresql" ]; then
        awk '/^[a-z]/ { wanted = /^(psycopg|psycopg-binary|typing-extensions|tzdata)==/ } wanted' \
            "$(dirname "$lock")/requirements-dev.lock" >"$folder/postgresql.lock"
        pip "$folder" install --quiet "$@" --require-hashes -r "$folder/postgresql.lock"
    fi
    : >"$folder/.complete"
    unfinished=
}

build() {
    mkdir -p "$prefix"
    build_libraries
    release=releases/$(date -u +%Y%m%dT%H%M%SZ)
    new=$prefix/$release
    say "program: into $new"
    unfinished=$new
    "$interpreter" -m venv --without-pip "$new"
    site='import sysconfig; print(sysconfig.get_path("purelib"))'
    "$prefix/$libraries/bin/python" -c "$site" >"$("$new/bin/python" -c "$site")/libraries.pth"
    pip "$new" install --quiet --no-index --no-deps --no-build-isolation "$from"
    mkdir -p "$new/share/afterword"
    cp -R "$here/system" "$here/user" "$new/share/afterword/"
    for extra in docs config.example.toml; do
        [ ! -e "$sources/$extra" ] || cp -R "$sources/$extra" "$new/share/afterword/"
    done
    as_service "$new/bin/afterword" --version >/dev/null || die 'the new version does not run; nothing was changed'
    pip "$new" check >/dev/null || die "$from wants other libraries than $lock names; nothing was changed"
    mkdir -p "$new/share/$(dirname $manual)"
    "$new/bin/python" -P -m daemon.commands.manual "$new/share/$manual"
    for shell in bash fish ${zsh:+zsh}; do
        eval "file=\$$shell"
        mkdir -p "$new/share/$(dirname "$file")"
        "$new/bin/afterword" completion $shell >"$new/share/$file" 2>/dev/null || rm -f "$new/share/$file"
    done
    printf '%s\n' "$libraries" >"$new/.libraries"
}

# The units, the command, the manual and what completes it, as they belong to one version.
put_in_place() {
    kept=$1/share/afterword
    mkdir -p "$units" "$(dirname "$command")"
    if [ $mode = system ]; then
        install -m 644 "$kept/system/afterword.service" "$kept/system/afterword-failure@.service" "$units/"
        install -m 755 "$kept/system/afterword" "$command"
    else
        install -m 644 "$kept/user/afterword.service" "$units/"
        ln -sfn "$prefix/current/bin/afterword" "$command"
    fi
    for file in $manual $bash $zsh $fish; do
        [ -e "$1/share/$file" ] || continue
        mkdir -p "$share/$(dirname "$file")"
        install -m 644 "$1/share/$file" "$share/$file"
    done
    if managed; then manager daemon-reload; fi
}

# In one step: there is no moment without a version.
switch_to() {
    ln -s "$1" "$prefix/.current.$$"
    mv -T "$prefix/.current.$$" "$prefix/current" 2>/dev/null || {
        # no GNU mv
        rm -f "$prefix/.current.$$" && ln -sfn "$1" "$prefix/current"
    }
}

folders() {
    if [ $mode = system ]; then
        mkdir -p /etc/sysusers.d /etc/tmpfiles.d
        install -m 644 "$here/system/sysusers.conf" /etc/sysusers.d/afterword.conf
        install -m 644 "$here/system/tmpfiles.conf" /etc/tmpfiles.d/afterword.conf
        systemd-sysusers afterword.conf
        systemd-tmpfiles --create afterword.conf
    else
        (umask 077 && mkdir -p "$configuration" "$state/backups")
    fi
    [ ! -e "$sources/config.example.toml" ] || install -m 644 "$sources/config.example.toml" "$configuration/config.example.toml"
}

# --- the state, before the new version migrates it ------------------------------------------------------------------------

saved= database=

save_state() {
    [ -n "$backup" ] && [ -e "$configuration/config.toml" ] || return 0
    ask='import os; from daemon import config; print(config.load(None, os.environ).state.database)'
    url=
    for version in "$old" "$new"; do
        url=$(as_service "$version/bin/python" -P -c "$ask" 2>/dev/null) && break
    done
    case $url in
    '')
        say "the configuration is at fault (${sudo}afterword doctor), so no copy of the database was made"
        return 0
        ;;
    sqlite:///*)
        database=${url#sqlite:///}
        [ -e "$database" ] || return 0
        saved=$state/backups/before-${release#releases/}.db
        # not with the program: it might migrate what it copies
        (umask 077 && as_service "$new/bin/python" -c \
            'import sqlite3, sys; sqlite3.connect(sys.argv[1]).backup(sqlite3.connect(sys.argv[2]))' "$database" "$saved") || return 1
        ;;
    postgresql*)
        command -v pg_dump >/dev/null || {
            say 'there is no pg_dump here; make a copy of the PostgreSQL database yourself and say --no-backup' >&2
            return 1
        }
        saved=$state/backups/before-${release#releases/}.pgdump
        # pg_dump knows nothing of SQLAlchemy's drivers, and a password is for nobody who lists the processes
        dump='import os, sys; from daemon import config; from sqlalchemy import make_url
url = make_url(config.load(None, os.environ).state.database)
os.environ.update({"PGPASSWORD": url.password} if url.password else {})
where = url._replace(drivername="postgresql", password=None).render_as_string()
os.execvp("pg_dump", ["pg_dump", "--format=custom", f"--file={sys.argv[1]}", f"--dbname={where}"])'
        (umask 077 && as_service "$version/bin/python" -P -c "$dump" "$saved") || return 1
        ;;
    esac
    say "the database is saved as $saved"
}

# Back to the copy; what was there is kept aside. A full disk must not leave half of a database: it is copied first.
restore_state() {
    case $saved in
    *.db)
        as_service sh -c 'cp -p "$2" "$1.restored" &&
            for end in "" -wal -shm; do [ ! -e "$1$end" ] || mv "$1$end" "$1.failed$end"; done && mv "$1.restored" "$1"' \
            sh "$database" "$saved" || die "the saved database could not be put back; it is $saved"
        ;;
    *.pgdump) say "if the old version finds the database too new: pg_restore --clean --if-exists --dbname=… $saved" ;;
    esac
}

# Whether it is up, and still is a moment later.
comes_up() {
    manager restart $unit || return 1
    for _ in 1 2 3; do
        sleep 1
        manager is-active --quiet $unit || return 1
    done
}

# --- doing it ---------------------------------------------------------------------------------------------------------------

folders
interpreter=$(find_python)
print=$(fingerprint | checksum)
current=$(readlink "$prefix/current" 2>/dev/null || true)
old=${current:+$prefix/$current}
[ -z "$old" ] || [ -x "$old/bin/afterword" ] || old=

if [ -n "$old" ] && [ "$(cat "$old/.fingerprint" 2>/dev/null)" = "$print" ]; then
    put_in_place "$old"
    say "$("$old/bin/afterword" --version) is in place already"
else
    build
    running=
    if [ -n "$old" ]; then
        if managed && manager is-active --quiet $unit; then
            running=yes resume=yes
            manager stop $unit
        fi
        save_state || die 'the database could not be saved, so nothing was upgraded'
    fi
    switch_to "$release"
    put_in_place "$new"
    if [ -n "$running" ] && ! comes_up; then
        say 'the new version does not start; its last words:' >&2
        journal --unit $unit --lines 15 --no-pager --output cat >&2 || true
        manager stop $unit || true
        manager reset-failed $unit 2>/dev/null || true
        restore_state
        switch_to "$current"
        put_in_place "$old"
        resume=
        if manager start $unit; then
            die "rolled back: $("$old/bin/afterword" --version) runs again, with the state it had"
        fi
        die "rolled back to $("$old/bin/afterword" --version), which does not start either: ${sudo}afterword doctor"
    fi
    printf '%s\n' "$print" >"$new/.fingerprint"
    unfinished= resume=
    say "$("$new/bin/afterword" --version) is installed"
    # the one before stays, for the hand that wants to go back
    for folder in "$prefix"/releases/*; do
        [ "$folder" = "$new" ] || [ "$folder" = "$old" ] || rm -rf "$folder"
    done
    for folder in "$prefix"/libraries/*; do
        grep -qx "libraries/$(basename "$folder")" "$prefix"/releases/*/.libraries || rm -rf "$folder"
    done
fi

if [ ! -e "$configuration/config.toml" ]; then
    say "next: write $configuration/config.toml: ${sudo}afterword init asks what it must know and does so, and"
    say "      config.example.toml beside it shows everything; ${sudo}afterword doctor checks it. Then run this script once more:"
    say "      it starts the service"
    exit
fi
if [ $mode = system ]; then
    # in a folder of the service's: root follows no link there
    chown -h afterword:afterword $configuration/config.toml
    [ -L $configuration/config.toml ] || as_service chmod o-rwx $configuration/config.toml
fi
if [ -z "$start" ]; then
    say "not started; to do so: ${sudo}systemctl $([ $mode = system ] || printf -- '--user ')enable --now afterword"
elif ! managed; then
    say "no systemd answers here; start it by hand: $command run"
else
    manager enable --quiet $unit
    if ! manager is-active --quiet $unit && ! comes_up; then
        journal --unit $unit --lines 15 --no-pager --output cat >&2 || true
        die "it is installed, but does not start: ${sudo}afterword doctor says why"
    fi
    say "it runs: ${sudo}afterword status, and journalctl $([ $mode = system ] || printf -- '--user ')--unit afterword"
    if [ $mode = user ] && command -v loginctl >/dev/null && [ "$(loginctl show-user "$(id -un)" --property=Linger --value 2>/dev/null)" = no ]; then
        say 'it ends when you log out, unless you may linger: loginctl enable-linger'
    fi
fi
