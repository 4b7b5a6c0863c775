// SPDX-License-Identifier: Apache-2.0
package baton;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps the score of a race. Safe from any thread. */
final class RaceTally {

    private final Set<String> faults = new TreeSet<>();
    private int winners;
    private int doubles;
    private int staleTried;
    private int staleAccepted;

    /** Something that must not happen and is no double; the same words count once. */
    synchronized void fault(String words) {
        faults.add(words);
    }

    /** One winner for each conversation of the wave; more than one is a double, none a fault. */
    synchronized List<Race.Win> winners(List<RaceTrack.Lane> wave, List<Race.Win> wins) {
        Map<Long, List<Race.Win>> byConversation = wins.stream().collect(Collectors.groupingBy(Race.Win::conversation));
        List<Race.Win> first = new ArrayList<>();
        for (RaceTrack.Lane lane : wave) {
            List<Race.Win> got = byConversation.getOrDefault(lane.conversation(), List.of());
            if (got.isEmpty()) {
                faults.add("nobody got a conversation that was free");
            } else {
                winners++;
                doubles += got.size() - 1;
                first.add(got.getFirst());
            }
        }
        return first;
    }

    /** Somebody else had it in the journal while it was held. */
    synchronized void heldTwice() {
        doubles++;
    }

    synchronized void stale(HubSeat.Said said) {
        staleTried++;
        if (said.isDone()) {
            staleAccepted++;
        } else if (!said.isRefused()) {
            faults.add("a stale reply was answered with " + said.status());
        }
    }

    /** A reply to a raced conversation stands in the journal, whatever the hub answered. */
    synchronized void replyInJournal() {
        staleAccepted++;
    }

    synchronized Race.Result result(int raced, int attempts, Duration claiming) {
        return new Race.Result(
                raced, attempts, winners, doubles, staleTried, staleAccepted, claiming, List.copyOf(faults));
    }
}
