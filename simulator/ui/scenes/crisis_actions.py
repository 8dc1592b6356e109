"""Which window each standing action opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.play.presenters.cell_rows import ActionName
from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.scenes.dialog import Dialog
from simulator.ui.scenes.dialogs.alert import AlertDialog
from simulator.ui.scenes.dialogs.facts import FactsDialog
from simulator.ui.scenes.dialogs.holding import HoldingDialog
from simulator.ui.scenes.dialogs.listen import ListenDialog
from simulator.ui.scenes.dialogs.messages import MessagesDialog
from simulator.ui.scenes.dialogs.people import SpokespersonDialog
from simulator.ui.scenes.dialogs.post import PostDialog, RepliesDialog
from simulator.ui.scenes.dialogs.scheduled import ScheduledDialog
from simulator.ui.scenes.dialogs.watch import WatchDialog

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands


def dialog_for(scene: CrisisCommands, action: ActionName, post: FeedRow | None) -> Dialog:
    """The dialog of `action`; `post` is the post that has the focus, which an alert or a reply is about."""
    match action:
        case "verify":
            return FactsDialog(scene, None)
        case "holding":
            return HoldingDialog(scene)
        case "suspend":
            return ScheduledDialog(scene)
        case "alert":
            return AlertDialog(scene, post)
        case "listen":
            return ListenDialog(scene)
        case "reply":
            return PostDialog(scene, post) if post is not None else RepliesDialog(scene)
        case "spokesperson":
            return SpokespersonDialog(scene)
        case "watch":
            return WatchDialog(scene)
        case "notify" | "inform" | "correct":
            return MessagesDialog(scene, action)
