// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One message in a thread, with what became of it. Guarded by the network's lock. */
final class Bubble {
    enum From {
        CUSTOMER,
        BUSINESS
    }

    /** The ticks, in rank; {@code FAILED} stands outside it. */
    enum State {
        ACCEPTED,
        SENT,
        DELIVERED,
        READ,
        PLAYED,
        FAILED
    }

    /**
     * What was said and never changes.
     *
     * @param text what a phone shows, a caption or a description in brackets
     * @param content the message's own JSON object, for taps and tests
     */
    record Words(String id, From from, String type, String text, ObjectNode content, Optional<String> quoted) {}

    private final Words words;
    private final Outgoing.Terms terms;
    private final Map<From, String> reactions = new LinkedHashMap<>();
    private final Instant at;
    private State state;
    private Optional<ObjectNode> pricing = Optional.empty();

    Bubble(Words words, Outgoing.Terms terms, Instant at, State state) {
        this.words = words;
        this.terms = terms;
        this.at = at;
        this.state = state;
    }

    Words words() {
        return words;
    }

    String id() {
        return words.id();
    }

    boolean fromBusiness() {
        return words.from() == From.BUSINESS;
    }

    Outgoing.Terms terms() {
        return terms;
    }

    Instant at() {
        return at;
    }

    State state() {
        return state;
    }

    Map<From, String> reactions() {
        return reactions;
    }

    void become(State next) {
        state = next;
    }

    boolean isRead() {
        return state == State.READ || state == State.PLAYED;
    }

    /** An empty emoji takes the reaction away. */
    void react(From who, String emoji) {
        if (emoji.isEmpty()) {
            reactions.remove(who);
        } else {
            reactions.put(who, emoji);
        }
    }

    /** The price as reported with {@code sent}, to be repeated once more with what comes next (Cloud API 3.5). */
    Optional<ObjectNode> takePricing() {
        Optional<ObjectNode> taken = pricing;
        pricing = Optional.empty();
        return taken;
    }

    void pricing(ObjectNode reported) {
        pricing = Optional.of(reported);
    }
}
