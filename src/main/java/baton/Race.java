// SPDX-License-Identifier: Apache-2.0
package baton;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Many people who all want the same conversations at the same moment, over one hub or several. Counts what the hubs answer
 * and, at the end, what stands in the journal; trusts neither alone.
 */
final class Race {

    /** Short enough that no hold of the first wave ends for want of input before its turn to let go comes. */
    private static final int LARGEST_WAVE = 200;

    /** What came of it. {@code faults}: what else should not have happened, in words. */
    record Result(
            int raced,
            int attempts,
            int winners,
            int doubles,
            int staleTried,
            int staleAccepted,
            Duration claiming,
            List<String> faults) {

        double decisionsPerSecond() {
            return attempts / Math.max(1e-9, claiming.toNanos() / 1e9);
        }

        boolean isClean() {
            return winners == raced && doubles == 0 && staleAccepted == 0 && faults.isEmpty();
        }
    }

    /** Somebody got a conversation. {@code claim}: the number the hub gave. */
    record Win(long conversation, HubSeat by, long claim) {}

    private final RaceCommand.Words words;
    private final List<HubSeat> admins;
    private final List<HubSeat> people;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RaceTally tally = new RaceTally();

    private Race(RaceCommand.Words words, List<HubSeat> admins, List<HubSeat> people) {
        this.words = words;
        this.admins = admins;
        this.people = people;
    }

    /** Adds the people, races, and removes them. Refuses with {@link HubSeat.NotServed} or {@link IllegalArgumentException}. */
    static Result run(RaceCommand.Words words) {
        OkHttpClient client = client(words.clients());
        List<HubSeat> admins = words.hubs().stream()
                .map(hub -> HubSeat.signedIn(client, hub, words.user(), words.password()))
                .toList();
        RaceCrowd crowd = new RaceCrowd(client, admins.getFirst());
        if (words.make() > 0) {
            new RaceCustomers(client, words).write();
        }
        List<RaceTrack.Lane> lanes = RaceTrack.free(admins.getFirst(), lanesNeeded(words));
        try {
            return new Race(words, admins, crowd.come(words.clients(), words.hubs())).run(lanes);
        } finally {
            crowd.leave();
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
        }
    }

    private static OkHttpClient client(int people) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(people + 4);
        dispatcher.setMaxRequestsPerHost(people + 4);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(people + 4, 30, TimeUnit.SECONDS))
                .readTimeout(Duration.ofSeconds(40))
                .build();
    }

    private static int lanesNeeded(RaceCommand.Words words) {
        return Math.min(LARGEST_WAVE, Math.max(1, words.claims() / words.clients()));
    }

    private Result run(List<RaceTrack.Lane> lanes) {
        try (threads) {
            RaceJudge judge = RaceJudge.from(admins.getFirst());
            Duration claiming = Duration.ZERO;
            int raced = 0;
            while (raced == 0 || (raced + 1) * people.size() <= words.claims()) {
                int left = Math.max(1, words.claims() / people.size() - raced);
                List<RaceTrack.Lane> wave = lanes.subList(0, Math.min(lanes.size(), left));
                claiming = claiming.plus(wave(wave));
                raced += wave.size();
            }
            lanes.forEach(lane -> RaceTrack.leaveAsFound(admins.getFirst(), lane, tally));
            admins.forEach(admin -> judge.look(admin, lanes, tally));
            return tally.result(raced, raced * people.size(), claiming);
        }
    }

    /** Everybody asks for everything; then the old winners try to write while somebody else has it. How long the claiming took. */
    private Duration wave(List<RaceTrack.Lane> wave) {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<Win>>> running = people.stream()
                .map(person -> threads.submit(() -> {
                    start.await();
                    return claimAll(person, wave);
                }))
                .toList();
        long begun = System.nanoTime();
        start.countDown();
        List<Win> wins = running.stream().flatMap(each -> got(each).stream()).toList();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        List<Win> winners = tally.winners(wave, wins);
        winners.stream()
                .map(win -> threads.submit(() -> overtake(win, lane(wave, win))))
                .toList()
                .forEach(Race::got);
        return took;
    }

    private static RaceTrack.Lane lane(List<RaceTrack.Lane> wave, Win win) {
        return wave.stream()
                .filter(lane -> lane.conversation() == win.conversation())
                .findFirst()
                .orElseThrow();
    }

    private List<Win> claimAll(HubSeat person, List<RaceTrack.Lane> wave) {
        List<Win> won = new ArrayList<>();
        for (RaceTrack.Lane lane : wave) {
            HubSeat.Said said = claim(person, lane.conversation());
            if (said.isDone()) {
                won.add(new Win(
                        lane.conversation(), person, said.body().path("claim").asLong()));
            } else if (!said.isRefused()) {
                tally.fault("a claim was answered with " + said.status());
            }
        }
        return won;
    }

    private static HubSeat.Said claim(HubSeat person, long conversation) {
        return person.command(Map.of("id", id(), "kind", "claim", "conversation", conversation));
    }

    /** The winner lets go, the next takes it, and at that moment everybody who should not writes under both claims. */
    private boolean overtake(Win win, RaceTrack.Lane lane) {
        HubSeat next = people.get((people.indexOf(win.by()) + 1) % people.size());
        release(win.by(), lane);
        HubSeat.Said taken = claim(next, lane.conversation());
        if (!taken.isDone()) {
            tally.fault("a free conversation was refused: " + taken.body());
            return false;
        }
        if (!next.equals(win.by())) {
            List<HubSeat> others = new ArrayList<>(people);
            others.remove(next);
            Collections.shuffle(others);
            long fresh = taken.body().path("claim").asLong();
            List<Future<?>> tries = new ArrayList<>();
            tries.add(threads.submit(() -> stale(win.by(), lane, win.claim())));
            tries.add(threads.submit(() -> stale(win.by(), lane, fresh)));
            tries.add(threads.submit(() -> stale(others.getFirst(), lane, fresh)));
            tries.add(threads.submit(() -> stale(next, lane, win.claim())));
            tries.forEach(Race::got);
        }
        release(next, lane);
        return true;
    }

    private void release(HubSeat person, RaceTrack.Lane lane) {
        HubSeat.Said said = person.command(Map.of("id", id(), "kind", "release", "conversation", lane.conversation()));
        if (!said.isDone()) {
            tally.fault(person.name() + " could not let go: " + said.body());
        }
    }

    private void stale(HubSeat person, RaceTrack.Lane lane, long claim) {
        HubSeat.Said said = person.command(Map.of(
                "id",
                id(),
                "kind",
                "reply",
                "conversation",
                lane.conversation(),
                "claim",
                claim,
                "seen",
                lane.lastInbound(),
                "text",
                "Baton race: this must be refused"));
        tally.stale(said);
    }

    static String id() {
        return "race-" + UUID.randomUUID();
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof RuntimeException told
                    ? told
                    : new IllegalStateException(broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HubSeat.NotServed("It was stopped");
        }
    }

    static URI inTurn(List<URI> hubs, int i) {
        return hubs.get(i % hubs.size());
    }

    static IntStream numbers(int count) {
        return IntStream.rangeClosed(1, count);
    }
}
