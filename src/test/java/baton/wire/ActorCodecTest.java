// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import baton.domain.Actor;
import baton.domain.PersonId;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorCodecTest {

    static Stream<Arguments> actors() {
        return Stream.of(
                Arguments.of(new Actor.Person(new PersonId("mina")), "person:mina"),
                Arguments.of(new Actor.Person(new PersonId("person:hub")), "person:person:hub"),
                Arguments.of(new Actor.Customer(), "customer"),
                Arguments.of(new Actor.Platform(), "platform"),
                Arguments.of(new Actor.Hub(), "hub"));
    }

    @ParameterizedTest
    @MethodSource("actors")
    void anActorIsOneShortText(Actor actor, String text) {
        assertThat(ActorCodec.write(actor)).isEqualTo(text);
        assertThat(ActorCodec.read(text)).isEqualTo(actor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mina", "person:", "person: ", "Hub", "robot"})
    void nothingElseIsAnActor(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ActorCodec.read(text));
    }
}
