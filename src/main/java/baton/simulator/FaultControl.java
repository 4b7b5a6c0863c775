// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Control calls that order faults of the Graph API. */
final class FaultControl {
    private static final int UNTIL_CLEARED = 1_000_000_000;
    private static final Duration LONGEST_HANG = Duration.ofMinutes(10);

    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    /** {@code {"fault", "calls", "millis", "code", "id", "accepted", "on"}}; {@code none} clears all. */
    Answer order(ObjectNode json) {
        String name = Json.text(json, "fault");
        if (name.equals("none")) {
            faults.clear();
            return Answer.success();
        }
        Optional<Fault> fault = fault(name, json);
        if (fault.isEmpty()) {
            return Answer.refused(400, "fault must be hang, cut, html500, error, throttle, token, lie or none");
        }
        boolean everything = name.equals("token") || Json.text(json, "on").equals("all");
        int calls = json.path("calls").asInt(name.equals("token") ? UNTIL_CLEARED : 1);
        if (calls < 1) {
            return Answer.refused(400, "calls must be 1 or more");
        }
        boolean taken = faults.order(fault.get(), everything ? Faults.Scope.EVERYTHING : Faults.Scope.SENDS, calls);
        return taken ? Answer.success() : Answer.refused(409, "too many faults are waiting");
    }

    private static Optional<Fault> fault(String name, JsonNode json) {
        return switch (name) {
            case "hang" -> Optional.of(new Fault.Hang(hang(json)));
            case "cut" -> Optional.of(new Fault.Cut(json.path("accepted").asBoolean(true)));
            case "html500" -> Optional.of(new Fault.Page(json.path("accepted").asBoolean(false)));
            case "throttle" -> refuse(130429, "Cloud API message throughput has been reached.", false);
            case "error" ->
                refuse(
                        json.path("code").asInt(131000),
                        Json.optional(json, "details").orElse("Ordered by control."),
                        json.path("accepted").asBoolean(false));
            case "token" -> refuse(190, "", false);
            case "lie" ->
                Optional.of(new Fault.Lie(
                        Json.optional(json, "id"), json.path("accepted").asBoolean(true)));
            default -> Optional.empty();
        };
    }

    private static Duration hang(JsonNode json) {
        Duration length = Duration.ofMillis(Math.max(0, json.path("millis").asLong(5_000)));
        return length.compareTo(LONGEST_HANG) > 0 ? LONGEST_HANG : length;
    }

    private static Optional<Fault> refuse(int code, String details, boolean accepted) {
        return Optional.of(new Fault.Refuse(GraphError.of(code, details), accepted));
    }

    void describe(ObjectNode state) {
        state.put("faultsHappened", faults.happened());
        state.put("faultsWaiting", faults.waiting());
    }
}
