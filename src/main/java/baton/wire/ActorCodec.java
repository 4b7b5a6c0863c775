// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.Actor;
import baton.domain.PersonId;

/** An actor as one short text: {@code person:mina}, {@code customer}, {@code platform}, {@code hub}. */
public final class ActorCodec {

    private static final String PERSON = "person:";

    private ActorCodec() {}

    public static String write(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> PERSON + person.id();
            case Actor.Customer _ -> "customer";
            case Actor.Platform _ -> "platform";
            case Actor.Hub _ -> "hub";
        };
    }

    /** Refuses anything else with an {@link IllegalArgumentException}. */
    public static Actor read(String text) {
        return switch (text) {
            case "customer" -> new Actor.Customer();
            case "platform" -> new Actor.Platform();
            case "hub" -> new Actor.Hub();
            default -> person(text);
        };
    }

    private static Actor person(String text) {
        if (!text.startsWith(PERSON)) {
            throw new IllegalArgumentException("No actor is written as '" + text + "'");
        }
        return new Actor.Person(new PersonId(text.substring(PERSON.length())));
    }
}
