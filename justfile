# The project's recipes. `just check` is what the continuous integration runs.

python := if os() == "windows" { ".venv/Scripts/python" } else { ".venv/bin/python" }

# Make the environment
setup:
    python3 -m venv .venv
    {{python}} -m pip install -e ".[test]"

# Play
play *arguments:
    {{python}} -m simulator {{arguments}}

# Quick tests
test *arguments:
    {{python}} -m pytest {{arguments}}

# Slow tests
slow:
    {{python}} -m pytest -m slow --dist loadgroup

# Format, lint, types, layers, quick tests
check:
    {{python}} -m ruff format --check .
    {{python}} -m ruff check .
    {{python}} -m mypy
    {{python}} -m importlinter.cli
    {{python}} -m pytest

# Mend the format
format:
    {{python}} -m ruff format .
    {{python}} -m ruff check --fix .

# Write the golden digests anew, after looking at why they changed
golden:
    {{python}} -m tests.engine.make_golden

# Keep how every screen looks anew, after looking at what changed
golden-screens:
    {{python}} -m tests.ui.golden.make

# Make the gallery anew: every screen, both languages and themes
gallery:
    {{python}} docs/make_gallery.py

# Make the pictures of a teacher's pages anew
class-pictures:
    {{python}} docs/make_class_pictures.py

# Write the scenario reference anew, after a change of the format
reference:
    {{python}} -m simulator schema > scenarios/scenario.schema.json
    {{python}} docs/make_reference.py

# Measure the model beside other programs (installs them first)
bench *arguments:
    {{python}} -m pip install -e ".[bench]"
    {{python}} benchmarks/propagation.py {{arguments}}

# Measure how fast whole plays are lived
bench-balance *arguments:
    {{python}} benchmarks/balance.py {{arguments}}

# Measure how long a debrief waits for its what-ifs
bench-what-if *arguments:
    {{python}} benchmarks/what_if.py {{arguments}}

# Measure how smooth the window is
bench-frames *arguments:
    {{python}} benchmarks/frames.py {{arguments}}

# Measure what a class server stands
bench-classroom *arguments:
    {{python}} benchmarks/classroom.py {{arguments}}

# Hold the model against what is published
validate *arguments:
    {{python}} -m simulator validate-model {{arguments}}

# One folder that holds the whole game, for who has no Python: dist/badbuzz
build:
    {{python}} -m pip install -e ".[build]"
    {{python}} packaging/make_icons.py build/icons
    {{python}} -m PyInstaller packaging/badbuzz.spec --noconfirm --distpath dist --workpath build/pyinstaller

# Measure the start of the program, to the first frame and to the library
bench-startup *arguments:
    {{python}} benchmarks/startup.py {{arguments}}
