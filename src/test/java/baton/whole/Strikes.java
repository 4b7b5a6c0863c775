// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What a round throws at the world while deliveries pour in. Each strike ends when everything runs again. */
final class Strikes {

    enum Strike {
        DISK,
        POSTGRES,
        LEADER,
        FREEZE,
        HUB,
        DESK,
        HUB_AND_DESK,
        GRAPH,
        BACKUP,
        INTRUDERS;

        private boolean isOfOneStore() {
            return compareTo(HUB) < 0;
        }

        private boolean isPossible(World world) {
            return switch (this) {
                case DISK -> world.canFillItsDisk();
                case POSTGRES, LEADER, FREEZE -> world.hasPostgres();
                case HUB, DESK, HUB_AND_DESK, GRAPH, BACKUP, INTRUDERS -> true;
            };
        }
    }

    /** Somebody who writes to a customer through this hub, and sees on which phone it arrives. */
    interface Writing {
        boolean offer(Outside hub, String text);

        boolean isOnAPhone(String text);
    }

    private static final List<String> GRAPH_FAULTS = List.of("cut", "html500", "error", "hang", "throttle", "lie");
    private static final Duration REPLACED_WITHIN = Duration.ofSeconds(10);

    private final World world;
    private final Load load;
    private final Writing writing;
    private final Random chance;
    private final List<Strike> order = new ArrayList<>();
    private Optional<Duration> replaced = Optional.empty();
    private int tests;

    Strikes(World world, Load load, Writing writing, Random chance) {
        this.world = world;
        this.load = load;
        this.writing = writing;
        this.chance = chance;
    }

    /** All there are in an order of chance, those that only this store knows first; and then again. */
    Strike next() {
        if (order.isEmpty()) {
            order.addAll(List.of(Strike.values()));
            order.removeIf(strike -> !strike.isPossible(world));
            Collections.shuffle(order, chance);
            order.sort(Comparator.comparing(strike -> !strike.isOfOneStore()));
        }
        return order.removeFirst();
    }

    void happen(Strike strike) throws InterruptedException {
        replaced = Optional.empty();
        switch (strike) {
            case DISK -> fillTheDisk();
            case POSTGRES -> {
                world.killPostgres();
                world.startPostgres();
            }
            case LEADER -> replaceTheLeader();
            case FREEZE -> freeze(chance.nextInt(world.doors().size()));
            case HUB -> restartHub(chance.nextInt(world.doors().size()));
            case DESK -> {
                world.desk().kill();
                world.desk().start();
            }
            case HUB_AND_DESK -> {
                world.desk().kill();
                restartHub(0);
                world.desk().start();
            }
            case GRAPH -> {
                for (int i = 0; i < 6; i++) {
                    world.meta().post("/simulator/faults", fault());
                }
            }
            case BACKUP -> world.backUpAndRestore();
            case INTRUDERS -> intrude();
        }
    }

    /** How long it took from the kill of the hub that leads, or from the stop of one that may, to the first sending of the other. */
    Optional<Duration> replaced() {
        return replaced;
    }

    private void restartHub(int which) {
        world.killHub(which);
        world.startHub(which);
    }

    private Map<String, Object> fault() {
        Map<String, Object> fault = new HashMap<>();
        fault.put("fault", GRAPH_FAULTS.get(chance.nextInt(GRAPH_FAULTS.size())));
        fault.put("millis", 2_000);
        fault.put("code", 131016);
        fault.put("accepted", chance.nextBoolean());
        if (chance.nextBoolean()) {
            fault.put("id", world.idOfAMessageOnAPhone());
        }
        return fault;
    }

    /** Customers who have written much in this round wait for what is held back until its end; without it nobody would write any more. */
    private void keepWriting() {
        boolean _ = load.sendAgain(world.doors().getFirst());
    }

    private void fillTheDisk() {
        int refused = load.refused();
        world.fillDisk();
        await("the full disk to be told to Meta").atMost(Duration.ofMinutes(2)).until(() -> {
            keepWriting();
            return load.refused() > refused;
        });
        world.makeRoom();
        await("the hub to be ready again, without a restart")
                .atMost(Duration.ofMinutes(2))
                .until(() -> world.doors().getFirst().get("/readyz").status() == 200);
    }

    private void intrude() throws InterruptedException {
        int before = load.answered();
        try (Intruders intruders = new Intruders(world.doors().getFirst(), chance)) {
            intruders.sendSlowly(20);
            intruders.sendWhatIsNotSigned(20);
            intruders.sendTooMuch();
            await("others to be heard meanwhile").atMost(Duration.ofMinutes(2)).until(() -> {
                keepWriting();
                return load.answered() >= before + 20;
            });
        }
    }

    /** Whoever leads when the first is gone and has come back is the second. */
    private void replaceTheLeader() {
        firstSendingWithout(0);
        world.startHub(0);
        Duration took = firstSendingWithout(1);
        world.startHub(1);
        assertThat(took).as("until another hub sends").isLessThanOrEqualTo(REPLACED_WITHIN);
        replaced = Optional.of(took);
    }

    /** In the middle of whatever it does: the other goes on without it, and it goes on where it was, too late for what is another's by now. */
    private void freeze(int which) {
        world.freezeHub(which);
        Duration took = firstSending(world.doors().get(1 - which));
        world.thawHub(which);
        assertThat(took).as("until the other hub sends").isLessThanOrEqualTo(REPLACED_WITHIN);
        replaced = Optional.of(took);
    }

    private Duration firstSendingWithout(int gone) {
        world.killHub(gone);
        return firstSending(world.doors().get(1 - gone));
    }

    private Duration firstSending(Outside other) {
        String text = "who sends this " + tests++;
        long begin = System.nanoTime();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> writing.offer(other, text));
        await("the other hub to send")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> writing.isOnAPhone(text));
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
