"""The map of a run shows the run: its shares, and reshares that happened."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest

from simulator.engine.run import Run
from simulator.places import shipped
from simulator.play.network import Network
from simulator.propagation.chronicle import STANDINGS, Standing
from simulator.scenario.load import load_scenario

LAST = 160


@pytest.fixture(scope="module")
def run() -> Run:
    run = Run(load_scenario(shipped("scenarios") / "rappel-tardif").scenario, 21)
    run.advance_to(LAST)
    return run


@pytest.fixture(scope="module")
def network(run: Run) -> Network:
    network = Network(run)
    while not network.catch_up():
        pass
    return network


def test_looking_at_the_map_changes_nothing(run: Run) -> None:
    watched, alone = Run(run.scenario, 5), Run(run.scenario, 5)
    network = Network(watched)
    for minute in range(0, 120, 7):
        watched.advance_to(minute)
        network.catch_up()
        network.counts(network.minute)
        network.hops(network.minute)
    alone.advance_to(watched.minute)
    assert watched.digest() == alone.digest()


@pytest.mark.parametrize("minute", [70, 107, 130, LAST])
@pytest.mark.parametrize("standing", range(STANDINGS))
def test_the_nodes_show_the_shares_of_the_run_within_sampling_error(
    network: Network, minute: int, standing: int
) -> None:
    truth = network.counts(minute).sum(axis=0)[standing] / network.run.scenario.audience.size
    shown = np.average(network.standings(minute) == standing, weights=network.weights)
    usual = float(np.max(network.weights))
    error = sqrt(max(truth * (1 - truth), 1e-4) * usual / network.run.scenario.audience.size)
    assert abs(shown - truth) < 4 * error


@pytest.mark.parametrize("minute", [70, 107, LAST])
def test_every_user_stands_somewhere_and_in_one_community(network: Network, minute: int) -> None:
    counts = network.counts(minute)
    assert counts.sum() == network.run.scenario.audience.size
    assert counts.sum(axis=1).tolist() == [one.users for one in network.communities.all]


def test_the_outraged_of_all_communities_make_the_volume_of_the_run(network: Network) -> None:
    for minute in (70, 107, LAST):
        assert network.volumes(minute).sum() == network.run.state.volume[minute]


def test_a_lit_reshare_is_one_of_the_run_by_somebody_who_was_outraged_before(network: Network) -> None:
    ticks = network.run.storm.ticks
    outraged_at = {user: tick.minute for tick in ticks for user in tick.activated.tolist()}
    shown = 0
    for minute in range(LAST + 1):
        reshares = set(zip(ticks[minute].activated.tolist(), ticks[minute].parents.tolist(), strict=True))
        for hop in network.hops(minute):
            if hop.node is None or hop.source is None:
                continue
            user, parent = int(network.users[hop.node]), int(network.users[hop.source])
            assert (user, parent) in reshares
            assert outraged_at[parent] < minute
            assert network.standings(minute)[hop.node] == Standing.OUTRAGED
            shown += 1
    assert shown > 5


def test_a_reshare_off_the_map_leads_between_the_communities_of_the_two(network: Network) -> None:
    tick = network.run.storm.ticks[110]
    places = network.communities.of_user
    pairs = [
        (int(places[user]), int(places[parent]) if parent >= 0 else None)
        for user, parent in zip(tick.activated.tolist(), tick.parents.tolist(), strict=True)
    ]
    hops = [(hop.community, hop.source_community) for hop in network.hops(110)]
    assert sorted(hops, key=str) == sorted(pairs, key=str)


def test_those_whom_an_event_set_off_have_no_source(network: Network) -> None:
    begins = next(tick.minute for tick in network.run.storm.ticks if len(tick.activated))
    assert all(hop.source_community is None for hop in network.hops(begins))


def test_those_who_carry_it_are_passed_on_most(network: Network) -> None:
    parents = [
        parent for tick in network.run.storm.ticks[LAST - 59 :] for parent in tick.parents.tolist() if parent >= 0
    ]
    carriers = network.carriers(LAST, 3)
    assert carriers[0][1] == pytest.approx(max(map(parents.count, set(parents))) / len(parents))
    assert carriers[0][1] >= carriers[1][1] >= carriers[2][1]


def test_a_link_of_the_map_is_a_follower(network: Network) -> None:
    audience = network.run.storm.audience
    for followed, follower in network.links[::37]:
        user = np.full(int(network.followers[followed]), network.users[followed])
        assert int(network.users[follower]) in audience.follower(user, np.arange(len(user))).tolist()


def test_nodes_lie_community_by_community_the_most_followed_first(network: Network) -> None:
    for place, one in enumerate(network.communities.all):
        own = slice(one.nodes.start, one.nodes.stop)
        assert (network.community_of[own] == place).all()
        assert (np.diff(network.followers[own]) <= 0).all()
