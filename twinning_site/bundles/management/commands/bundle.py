from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from twinning_site.bundles.differences import differences
from twinning_site.bundles.dumping import files_of_site, write_files
from twinning_site.bundles.loading import carry_out, remove_vanished
from twinning_site.bundles.planning import Step, address_of, plan_of
from twinning_site.bundles.reading.bundle import Bundle, read_bundle

TITLES = {
    Step.ADD: "To add",
    Step.CHANGE: "To change",
    Step.KEEP: "Changed or written on the site, left alone",
}


class Command(BaseCommand):
    help = (
        "Check a council's folder of files, bring it into the site, write the site as one, or "
        "compare the two. docs/bundles.md describes the files."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, parser_class=ArgumentParser)
        for name, words in (
            ("check", "Say what is wrong with a folder, with file and line. Nothing is written."),
            ("load", "Show what is added and changed, ask, and do it, a row at a time."),
            ("dump", "Write the site into a folder that is empty or not there yet."),
            ("diff", "Say field by field what differs between a folder and the site."),
        ):
            action = actions.add_parser(name, help=words, description=words)
            action.add_argument("folder", type=Path)
            if name == "load":
                self._add_load_arguments(action)

    def _add_load_arguments(self, action: ArgumentParser) -> None:
        action.add_argument("--yes", action="store_true", help="Do not ask.")
        action.add_argument("--dry-run", action="store_true", help="Only show what would be done.")
        action.add_argument(
            "--replace",
            action="append",
            default=[],
            metavar="KEY",
            help="Replace this row though it was changed on the site, such as cities/bonn.",
        )
        action.add_argument(
            "--replace-all",
            action="store_true",
            help="Replace every row that was changed on the site. Versions keep what was there.",
        )

        action.add_argument(
            "--remove",
            action="store_true",
            help="Put rows into the bin that were loaded, nobody changed, and the folder lacks.",
        )

    def handle(self, *, action: str, folder: Path, **options: Any) -> None:
        do: dict[str, Callable[..., None]] = {
            "check": self._check,
            "load": self._load,
            "dump": self._dump,
            "diff": self._diff,
        }
        with translation.override("en"):
            do[action](folder, **options)

    def _read(self, folder: Path) -> Bundle:
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        bundle = read_bundle(folder)
        if bundle.faults:
            lines = [str(fault) for fault in bundle.faults]
            lines.append(f"Faults: {len(lines)}. Nothing was written.")
            raise CommandError("\n".join(lines))
        return bundle

    def _check(self, folder: Path, **options: Any) -> None:
        bundle = self._read(folder)
        self.stdout.write(self.style.SUCCESS(f"No fault. Rows: {len(bundle.entries)}"))

    def _load(
        self,
        folder: Path,
        *,
        yes: bool,
        dry_run: bool,
        replace: list[str],
        replace_all: bool,
        remove: bool,
        verbosity: int,
        **options: Any,
    ) -> None:
        bundle = self._read(folder)
        if unknown := set(replace) - {address_of(entry) for entry in bundle.entries}:
            raise CommandError(f"Not in the bundle: {', '.join(sorted(unknown))}")
        plan = plan_of(bundle, replace, replaces_all=replace_all)
        for step, title in TITLES.items():
            if entries := plan.entries(step):
                self.stdout.write(f"{title}: {len(entries)}")
                self._list(address_of(entry) for entry in entries)
        self.stdout.write(f"The same already: {len(plan.entries(Step.SAME))}")
        if plan.vanished:
            title = "To remove" if remove else "No longer in the bundle, left (see --remove)"
            self.stdout.write(f"{title}: {len(plan.vanished)}")
            self._list(map(str, plan.vanished))
        count = len(plan.entries(Step.ADD)) + len(plan.entries(Step.CHANGE))
        count += len(plan.vanished) if remove else 0
        if dry_run or not count:
            self.stdout.write("Nothing was written.")
            return
        if not yes and not self._is_confirmed():
            raise CommandError("Nothing was written.")
        report = self.stdout.write if verbosity else lambda _line: None
        refused = carry_out(plan, report)
        if remove:
            refused += remove_vanished(plan, report)
        if refused:
            done = f"Rows written: {count - len(refused)} of {count}. The site refused:"
            raise CommandError("\n".join([done, *refused]))
        self.stdout.write(self.style.SUCCESS(f"Rows written: {count}"))

    def _is_confirmed(self) -> bool:
        try:
            return input("Go on? (yes/no) ").strip().lower() in {"y", "yes"}
        except EOFError:
            return False  # nobody is there to answer

    def _list(self, rows: Iterable[str]) -> None:
        for row in rows:
            self.stdout.write(f"  {row}")

    def _dump(self, folder: Path, **options: Any) -> None:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CommandError(f"{folder} is not empty. Name a folder that is not there yet.")
        files, left_out = files_of_site()
        write_files(files, folder)
        for row in left_out:
            self.stderr.write(f"Left out: {row}")
        self.stdout.write(self.style.SUCCESS(f"Files written to {folder}: {len(files)}"))

    def _diff(self, folder: Path, **options: Any) -> None:
        lines = list(differences(self._read(folder)))
        for line in lines:
            self.stdout.write(line)
        self.stdout.write(f"Differences: {len(lines)}" if lines else "No difference.")
