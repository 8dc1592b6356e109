"""The same jobs on a Dask cluster give the same figures; where there is none, a sentence says so."""

from __future__ import annotations

import pytest

from simulator.locale import LANGUAGES, phrasebook
from simulator.scenario.model import Scenario
from simulator.study import cluster as connecting
from simulator.study.balance import NoCluster, cluster, in_turn, measure, on_cluster


@pytest.mark.parametrize("address", ["nonsense", "tcp://nowhere", "http://host:8786", "tcp://host:port", ""])
def test_an_address_of_another_form_is_refused_at_once(address: str) -> None:
    with pytest.raises(NoCluster) as refused:
        on_cluster(address)
    for language in LANGUAGES:
        assert "tcp://192.168.1.10:8786" in phrasebook(language).say(refused.value.message)


def test_without_the_library_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "find_spec", lambda _: None)
    with pytest.raises(NoCluster) as refused:
        on_cluster("tcp://127.0.0.1:8786")
    assert 'pip install "badbuzz[cluster]"' in phrasebook("fr").say(refused.value.message)


@pytest.mark.slow
def test_nobody_at_the_address_is_a_sentence(minimal: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(connecting, "_SECONDS", 1)
    with pytest.raises(NoCluster) as refused:
        measure(minimal, 1, on_cluster("tcp://127.0.0.1:1"))
    assert "tcp://127.0.0.1:1" in phrasebook("en").say(refused.value.message)


@pytest.mark.slow
def test_a_cluster_gives_the_same_figures_to_the_last_bit(minimal: Scenario) -> None:
    distributed = pytest.importorskip("distributed")
    here = measure(minimal, 2, in_turn)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as workers:
        assert measure(minimal, 2, on_cluster(workers.scheduler_address)) == here


@pytest.mark.slow
def test_a_scheduler_without_workers_is_a_sentence(minimal: Scenario) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=0, dashboard_address=None) as workers, pytest.raises(NoCluster) as refused:
        measure(minimal, 1, on_cluster(workers.scheduler_address))
    assert "dask worker" in phrasebook("en").say(refused.value.message)


@pytest.mark.slow
def test_workers_of_another_version_are_refused(minimal: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "bots_version", lambda: "another")
    with distributed.LocalCluster(n_workers=1, dashboard_address=None) as workers, pytest.raises(NoCluster) as refused:
        measure(minimal, 1, on_cluster(workers.scheduler_address))
    assert "another version" in phrasebook("en").say(refused.value.message)
