// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The Graph API's front: version, token, usage headers, trace ids, and which desk a call goes to (Cloud API 0.2, 4.14, 9). */
final class GraphDoor {
    private final Credentials credentials;
    private final Faults faults;
    private final Desks desks;
    private final InstantSource clock;
    private final long seed;
    private final BusinessLine line;
    private final AtomicLong calls = new AtomicLong();

    /** Who answers what. */
    record Desks(SendDesk send, MediaDesk media, AccountDesk account) {}

    GraphDoor(SimulatorSettings settings, Faults faults, Desks desks) {
        this.credentials = settings.credentials();
        this.faults = faults;
        this.desks = desks;
        this.clock = settings.clock();
        this.seed = settings.seed();
        this.line = settings.line();
    }

    Answer answer(Call original) {
        String trace = "A" + Dice.of(seed, "trace" + calls.incrementAndGet()).letters(22);
        Call call = unversioned(original);
        Optional<Fault> fault = faults.next(Faults.Scope.EVERYTHING);
        Answer answer = fault.map(f -> Misfortune.strike(f, () -> reply(call, trace), error -> say(error, trace)))
                .orElseGet(() -> reply(call, trace));
        return answer.with(headers(trace));
    }

    private Answer reply(Call call, String trace) {
        Optional<GraphError> stranger = authenticate(call);
        Function<GraphError, Answer> no = error -> say(error, trace);
        if (stranger.isPresent()) {
            return no.apply(stranger.get());
        }
        return desks.send()
                .answer(call, no)
                .or(() -> desks.media().answer(call, no, clock.instant()))
                .or(() -> desks.account().answer(call, no))
                .orElseGet(() -> no.apply(unknown(call)));
    }

    private Optional<GraphError> authenticate(Call call) {
        boolean appToken = forApps(call) && call.token().endsWith("|" + credentials.appSecret());
        boolean known = appToken || credentials.accepts(call.token());
        return known ? Optional.empty() : Optional.of(GraphError.of(190, ""));
    }

    private static boolean forApps(Call call) {
        return call.segment(0).equals("debug_token") || call.segment(1).equals("subscriptions");
    }

    private GraphError unknown(Call call) {
        boolean stranger = call.path().size() == 2 && !isOurs(call.segment(0));
        return call.path().size() == 1 || stranger
                ? GraphError.unknownObject(call.method(), call.segment(0))
                : GraphError.unknownPath(
                        "/" + String.join("/", call.path().stream().skip(1).toList()));
    }

    private boolean isOurs(String id) {
        return id.equals(line.wabaId()) || id.equals(line.phoneNumberId());
    }

    private static Call unversioned(Call call) {
        boolean versioned = call.segment(0).matches("v\\d{1,3}\\.\\d");
        List<String> path = call.path();
        return versioned ? call.withPath(path.subList(1, path.size())) : call;
    }

    private static Answer say(GraphError error, String trace) {
        return Answer.json(error.http(), error.body(trace));
    }

    /** The usage stays low on purpose: a full budget is a fault to be ordered (codes 4 and 80007). */
    private Map<String, String> headers(String trace) {
        long percent = calls.get() % 50;
        String usage = "{\"call_count\":" + percent + ",\"total_time\":1,\"total_cputime\":1}";
        String business = "{\"" + line.wabaId() + "\":[{\"type\":\"whatsapp\",\"call_count\":" + percent
                + ",\"total_cputime\":1,\"total_time\":1,\"estimated_time_to_regain_access\":0}]}";
        return Map.of("X-App-Usage", usage, "X-Business-Use-Case-Usage", business, "x-fb-trace-id", trace);
    }
}
