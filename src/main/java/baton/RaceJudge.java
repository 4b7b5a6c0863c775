// SPDX-License-Identifier: Apache-2.0
package baton;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the journal of the race through the feed, as a stranger would: was anybody given what another had? */
final class RaceJudge {

    /** A hub tells 500 events at a time, and none when it has nothing new to tell yet. */
    private static final int MOST_CALLS = 10_000;

    private final long from;

    private RaceJudge(long from) {
        this.from = from;
    }

    /** Remembers where the journal stands before the race. */
    static RaceJudge from(HubSeat admin) {
        return new RaceJudge(
                admin.get("/api/snapshot?limit=1").body().path("upTo").asLong());
    }

    /** Reads what one hub tells of the raced conversations. */
    void look(HubSeat admin, List<RaceTrack.Lane> lanes, RaceTally tally) {
        Set<Long> raced = lanes.stream().map(RaceTrack.Lane::conversation).collect(Collectors.toSet());
        Map<Long, String> holders = new HashMap<>();
        long cursor = from;
        long end = admin.get("/api/snapshot?limit=1").body().path("upTo").asLong();
        for (int calls = 0; cursor < end; calls++) {
            if (calls > MOST_CALLS) {
                throw new HubSeat.NotServed("The feed of " + admin.hub() + " does not go on");
            }
            JsonNode page = admin.get("/api/feed?wait=5&after=" + cursor).body();
            for (JsonNode line : page.path("events")) {
                if (raced.contains(line.path("conversation").asLong())) {
                    look(line, holders, tally);
                }
            }
            cursor = page.path("upTo").asLong();
        }
        holders.values().forEach(holder -> tally.fault(holder + " still holds a conversation"));
    }

    private static void look(JsonNode line, Map<Long, String> holders, RaceTally tally) {
        long conversation = line.path("conversation").asLong();
        switch (line.path("kind").asString()) {
            case "ClaimTaken" -> {
                if (holders.put(conversation, line.path("body").path("holder").asString()) != null) {
                    tally.heldTwice();
                }
            }
            case "ClaimReleased" -> holders.remove(conversation);
            case "ReplyAccepted" -> tally.replyInJournal();
            default -> {
                // messages, assignments: nothing that a race is about
            }
        }
    }
}
