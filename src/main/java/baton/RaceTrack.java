// SPDX-License-Identifier: Apache-2.0
package baton;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The conversations that are raced for: open, with nobody, and afterwards so again. */
final class RaceTrack {

    /** One conversation. {@code lastInbound}: the customer's newest message, as a reply must name it. */
    record Lane(long conversation, long lastInbound) {}

    private RaceTrack() {}

    /** At most {@code wanted} that nobody has; refuses with {@link HubSeat.NotServed} when there is none. */
    static List<Lane> free(HubSeat admin, int wanted) {
        JsonNode rows =
                admin.get("/api/conversations?view=unassigned&limit=200").body().path("conversations");
        List<Lane> lanes = new ArrayList<>();
        for (JsonNode row : rows) {
            JsonNode conversation = row.path("conversation");
            if (!row.has("heldUntil") && conversation.path("open").asBoolean(true) && lanes.size() < wanted) {
                lanes.add(new Lane(
                        conversation.path("id").asLong(),
                        conversation.path("traffic").path("lastInbound").asLong()));
            }
        }
        if (lanes.isEmpty()) {
            throw new HubSeat.NotServed(
                    "There is no free conversation to race for; let customers write, or use --make");
        }
        return lanes;
    }

    /** Whoever claims becomes the one whose customer it is; that is taken back. */
    static void leaveAsFound(HubSeat admin, Lane lane, RaceTally tally) {
        HubSeat.Said said =
                admin.command(Map.of("id", Race.id(), "kind", "assign", "conversation", lane.conversation()));
        if (!said.isDone()) {
            tally.fault("a conversation could not be left unassigned: " + said.body());
        }
    }
}
