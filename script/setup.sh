# The set-up that script/run and script/test share; they source this file. Written for bash 3.2, which macOS has.
#
# After a set-up .venv/.set-up/run (and test) hold the Python version, the folder and the requirements that it was made
# for. While they still tell the truth, nothing is done. While packages are being put in, .venv/.set-up/under-way stands
# there: a start that finds it knows that the last set-up was cut off, and makes the environment anew.

root=$(CDPATH='' cd -- "$(dirname -- "$here")/.." && pwd -P)
venv=$root/.venv
marks=$venv/.set-up

# What Qt loads, for windows of X11 and Wayland and without a screen, and Debian's package for each.
libraries='
libglib-2.0.so.0 libglib2.0-0
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
'

# What only the tests use: a library (of lupdate), a command or a file, and Debian's package for it.
test_tools='
libgssapi_krb5.so.2 libgssapi-krb5-2
Xvfb xvfb
xdotool xdotool
setxkbmap x11-xkb-utils
xkbcomp x11-xkb-utils
/usr/share/X11/xkb/symbols/ara xkb-data
/usr/share/unicode/BidiCharacterTest.txt unicode-data
cc gcc
/usr/include/errno.h libc6-dev
'

say() { printf 'Qarar: %s\n' "$*" >&2; }

refuse() {
    say "$*"
    exit 1
}

# Prints the Debian packages that are missing for "run" or "test"; nothing outside Linux.
missing_packages() {
    [[ $OSTYPE == linux* ]] || return 0
    local known name package packages='' needed=$libraries
    [[ $1 == run ]] || needed+=$test_tools
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || known=''
    while read -r name package; do
        case $name in
            '') continue ;;
            # Some systems (musl, NixOS) have no list of libraries to ask.
            *.so.*) [[ $known == *"$name "* || $known != *.so.* ]] && continue ;;
            /*) [[ -e $name ]] && continue ;;
            *) command -v "$name" >/dev/null && continue ;;
        esac
        [[ " $packages " == *" $package "* ]] || packages+=" $package"
    done <<<"$needed"
    printf '%s' "${packages# }"
}

# Installs Debian packages where that is possible and permitted, else names them and ends.
install_packages() {
    local log as_root=()
    if [[ $(id -u) != 0 ]]; then
        sudo -n true 2>/dev/null || refuse "These system packages are missing; please run: sudo apt-get install $*"
        as_root=(sudo -n)
    fi
    say "Installing system packages: $*"
    log=$(mktemp)
    apt_get() {
        ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
            apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1
    }
    # The lists of packages may be absent (a fresh container) or old: then they are fetched and it is tried again.
    if ! apt_get install -y --no-install-recommends "$@"; then
        if ! { apt_get update && apt_get install -y --no-install-recommends "$@"; }; then
            tail -n 5 "$log" >&2
            rm -f "$log"
            refuse "The system packages could not be installed; please run: sudo apt-get install $*"
        fi
    fi
    rm -f "$log"
}

# Sets $python to a Python that can make the environment: 3.11 to 3.14 (PySide6 6.11 ends there), with venv and pip.
find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11 \
        /usr/bin/python3 /usr/local/bin/python3 /opt/homebrew/bin/python3; do
        python=$(command -v "$name") || continue
        "$python" -I -c 'import ensurepip, fcntl, sqlite3, ssl, sys, venv
raise SystemExit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null && return
    done
    return 1
}

# Prints the Debian packages of such a Python. An older Ubuntu has a newer one beside its own.
python_packages() {
    local version
    for version in 3.14 3.13 3.12 3.11; do
        if [[ -n $(apt-cache show "python$version-venv" 2>/dev/null) ]]; then
            printf 'python%s-venv' "$version"
            return
        fi
    done
    printf 'python3 python3-venv' # also where the lists of packages have not been fetched yet
}

# Prints all packages that are missing for "run" or "test".
all_missing_packages() {
    local packages
    packages=$(missing_packages "$1")
    if command -v apt-get >/dev/null && ! is_sound && ! find_python; then
        packages+=" $(python_packages)"
    fi
    printf '%s' "${packages# }"
}

# Prints what the mark of a finished set-up must hold, given the Python version and "run" or "test".
expected_mark() {
    local file=$root/script/requirements.txt
    [[ $2 == run ]] || file=$root/script/requirements-test.txt
    printf '%s\n%s\n%s' "$1" "$root" "$(<"$file")"
}

venv_version() { "$venv/bin/python" -I -S -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

# Whether the environment is there for "run" or "test", whole, for this folder and at these versions.
is_ready() {
    local version
    [[ -r $marks/$1 && ! -e $marks/under-way ]] || return 1
    version=$(venv_version) || return 1
    [[ $(<"$marks/$1") == "$(expected_mark "$version" "$1")" ]]
}

# Whether an existing environment can be kept and only needs other packages.
is_sound() {
    local version mark
    [[ -d $venv && ! -e $marks/under-way ]] || return 1
    version=$(venv_version) || return 1
    [[ -d $venv/lib/python$version/site-packages ]] || return 1
    if [[ -r $marks/run ]]; then
        mark=$(<"$marks/run")
        [[ $mark == "$version"$'\n'"$root"$'\n'* ]]
    else # made by hand
        grep -qsF -- "$venv" "$venv/bin/activate" && "$venv/bin/python" -I -c 'import pip' 2>/dev/null
    fi
}

# Makes the environment, or changes it, for "run" or "test".
make_ready() {
    local file=$root/script/requirements.txt log version
    [[ $1 == run ]] || file=$root/script/requirements-test.txt
    if is_sound; then
        mkdir -p "$marks" && : >"$marks/under-way"
    else
        find_python ||
            refuse 'Python 3.11, 3.12, 3.13 or 3.14 with its modules venv and sqlite3 is needed; please install it.'
        [[ ! -L $venv ]] || rm -f "$venv" # a link to an environment of another folder, which is not ours to empty
        { mkdir -p "$marks" && : >"$marks/under-way"; } 2>/dev/null ||
            refuse "The folder $root cannot be written, and the Python environment belongs there."
        find "$venv/" -mindepth 1 -maxdepth 1 ! -name .set-up -exec rm -rf {} +
        say 'Making a Python environment in the folder .venv.'
        "$python" -I -m venv "$venv" >&2 || refuse 'The Python environment could not be made.'
    fi
    rm -f "$marks/run" "$marks/test"
    say 'Installing Python packages; the first time this takes some minutes.'
    log=$marks/pip.log
    if ! PIP_USER=0 "$venv/bin/python" -I -m pip install --disable-pip-version-check --no-input --quiet \
        --only-binary :all: --require-hashes -r "$file" </dev/null >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        refuse 'The Python packages could not be installed; is there a network? The next start tries again.'
    fi
    # So that no start has to compile: the first one, and all where Python may not keep what it has compiled.
    "$venv/bin/python" -I -m compileall -q "$root/main.py" "$root/gui" "$root/model" >/dev/null 2>&1 || true
    version=$(venv_version)
    expected_mark "$version" run >"$marks/run"
    [[ $1 == run ]] || expected_mark "$version" test >"$marks/test"
    rm -f "$marks/under-way"
}

# The whole of it: returns when everything for "run" or "test" is there.
set_up() {
    local packages
    packages=$(missing_packages "$1")
    [[ -z $packages ]] && is_ready "$1" && return

    # One set-up at a time in this folder: the lock is on this file, so that nothing needs to be made for it.
    exec 9<"$root/script/setup.sh"
    if command -v flock >/dev/null; then
        flock -n 9 || {
            say 'Waiting for another set-up in this folder to end.'
            flock 9
        }
    else # macOS
        find_python && "$python" -I -S -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)'
    fi
    packages=$(all_missing_packages "$1")
    if [[ -n $packages ]] && ! command -v apt-get >/dev/null; then
        say "Some system libraries or tools seem to be missing; Debian's packages of them are: $packages"
    elif [[ -n $packages ]]; then
        install_packages $packages
        packages=$(all_missing_packages "$1") # the lists of packages are there now: perhaps with a newer Python
        [[ $packages != *python3.* ]] || install_packages $packages
    fi
    is_ready "$1" || make_ready "$1"
    exec 9<&-
}
