// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.Event;
import baton.domain.UnknownEvent;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Events as a kind and a JSON body, the form in which the journal keeps them for ever and the feed sends them. The kinds are
 * the names of the records in the sealed families; a kind this release does not know is read as {@link UnknownEvent}.
 */
public final class EventCodec {

    private static final Map<String, Class<? extends Event>> KINDS = kindsOf(Event.class);

    private EventCodec() {}

    public static String kind(Event event) {
        return event instanceof UnknownEvent unknown
                ? unknown.kind()
                : event.getClass().getSimpleName();
    }

    public static String body(Event event) {
        return event instanceof UnknownEvent unknown ? unknown.raw() : Json.MAPPER.writeValueAsString(event);
    }

    /** The event; a known kind with a body that does not fit is a broken journal and throws Jackson's exception. */
    public static Event read(String kind, String body) {
        Class<? extends Event> type = KINDS.get(kind);
        return type == null ? new UnknownEvent(kind, body) : Json.MAPPER.readValue(body, type);
    }

    /** Every kind this release can write, by name in alphabetical order. */
    public static Map<String, Class<? extends Event>> kinds() {
        return KINDS;
    }

    private static Map<String, Class<? extends Event>> kindsOf(Class<? extends Event> family) {
        Map<String, Class<? extends Event>> kinds = new TreeMap<>();
        members(family)
                .filter(member -> member != UnknownEvent.class)
                .forEach(member -> kinds.put(member.getSimpleName(), member));
        return Collections.unmodifiableMap(kinds);
    }

    private static Stream<Class<? extends Event>> members(Class<? extends Event> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses())
                        .flatMap(member -> members(member.asSubclass(Event.class)))
                : Stream.of(family);
    }
}
