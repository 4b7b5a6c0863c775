// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Anything;
import baton.domain.Conversation;
import baton.domain.Customer;
import baton.domain.Event;
import baton.domain.Message;
import baton.domain.Person;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is written is read again as the same value. */
class RoundTripTest {

    private static final List<Class<? extends Record>> STATES =
            List.of(Conversation.class, Message.class, Customer.class, Person.class);

    @Property(tries = 60)
    void everyKindOfEvent(@ForAll Random chance) {
        Anything anything = new Anything(chance);
        assertThat(EventCodec.kinds()).allSatisfy((kind, type) -> {
            Event event = anything.of(type);
            assertThat(EventCodec.kind(event)).isEqualTo(kind);
            assertThat(EventCodec.read(kind, EventCodec.body(event))).isEqualTo(event);
        });
    }

    @Property(tries = 200)
    void everyState(@ForAll Random chance) {
        Anything anything = new Anything(chance);
        assertThat(STATES).allSatisfy(type -> {
            Record state = anything.of(type);
            assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(state), type))
                    .isEqualTo(state);
        });
    }
}
