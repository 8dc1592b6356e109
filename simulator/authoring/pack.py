"""A scenario as one file to pass on: its files and a manifest that names their digests, licence and warnings."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from simulator.locale import Message
from simulator.scenario.inspection import problems_in
from simulator.scenario.load import LoadedScenario
from simulator.scenario.problem import Problem
from simulator.scenario.translation import in_language

SUFFIX = ".badbuzz"
FORMAT = 1
MANIFEST = "manifest.json"
MAX_FILES = 60
MAX_FILE_BYTES = 2 * 1024 * 1024
MAX_PACK_BYTES = 20 * 1024 * 1024
"""Of all files together, unpacked."""
ALLOWED = re.compile(
    r"scenario\.yaml|(?:texts|voices)\.(?:fr|en)\.yaml|[a-z0-9-]{1,40}\.playthrough\.yaml|notes(?:\.(?:fr|en))?\.md"
    r"|[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpg|svg)"
)
"""The whole of what a pack may hold beside its manifest: texts that the game reads, notes, pictures."""

_LONG_AGO = (2020, 1, 1, 0, 0, 0)


class CannotPack(Exception):
    """A scenario that cannot be passed on as it is; `message` says why, `problems` what is wrong with it."""

    def __init__(self, message: Message, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message.code)
        self.message = message
        self.problems = problems


def packed(loaded: LoadedScenario, terms: str | None = None) -> bytes:
    """The pack of `loaded`: the same bytes for the same files. Raises CannotPack, or OSError.

    `terms` are those of a scenario that says no licence, where it goes to people who are agreed; None: it must say one.
    """
    scenario = loaded.scenario
    problems = tuple(problem for problem in problems_in(loaded.folder) if problem.level == "problem")
    if problems:
        raise CannotPack(Message("authoring.pack_problems", {"count": len(problems)}), problems)
    licence = scenario.licence or terms
    if licence is None:
        raise CannotPack(Message("authoring.pack_needs_licence"))
    files = {
        file.name: file.read_bytes()
        for file in sorted(loaded.folder.iterdir())
        if file.is_file() and not file.is_symlink() and ALLOWED.fullmatch(file.name)
    }
    if len(files) > MAX_FILES or sum(map(len, files.values())) > MAX_PACK_BYTES:
        raise CannotPack(Message("authoring.pack_too_large", {"limit": MAX_PACK_BYTES // 1024 // 1024}))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in {MANIFEST: _json(manifest_of(loaded, files, licence)), **files}.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def manifest_of(loaded: LoadedScenario, files: Mapping[str, bytes], licence: str) -> dict[str, object]:
    """What a pack says of itself: who made it, on what terms it may be used, what to be warned of, every digest."""
    told = {language: in_language(loaded, language) for language in loaded.languages}
    return {
        "format": FORMAT,
        "kind": "badbuzz scenario",
        "id": loaded.id,
        "titles": {language: scenario.title for language, scenario in told.items()},
        "authors": list(loaded.scenario.authors),
        "licence": licence,
        "content_warnings": {
            language: scenario.briefing.content_warning
            for language, scenario in told.items()
            if scenario.briefing.content_warning is not None
        },
        "scenario_digest": loaded.digest,
        "files": {name: {"bytes": len(content), "sha256": sha256(content)} for name, content in files.items()},
    }


def sha256(content: bytes) -> str:
    """The digest of a file, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def default_name(scenario_id: str, digest: str) -> Path:
    """What the pack is called where nobody says otherwise: the id and the first digits of the `sha256` of its bytes.

    Not of the scenario's own digest, which says how it plays: two editions of its texts are two packs.
    """
    return Path(f"{scenario_id}-{digest[:8]}{SUFFIX}")


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
