// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    static Stream<LongFunction<?>> numbers() {
        return Stream.of(ConversationId::new, CustomerId::new, MessageId::new, ClaimNumber::new);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void journalNumbersStartAtOne(LongFunction<?> make) {
        assertThat(make.apply(1)).hasToString("1");
        assertThatIllegalArgumentException().isThrownBy(() -> make.apply(0)).withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> make.apply(-4)).withMessageContaining("-4");
    }

    static Stream<Arguments> texts() {
        Function<String, ?> command = CommandId::new;
        Function<String, ?> delivery = DeliveryId::new;
        Function<String, ?> number = NumberId::new;
        Function<String, ?> wamid = Wamid::new;
        Function<String, ?> person = PersonId::new;
        Function<String, ?> identity = Identity::bsuid;
        return Stream.of(
                Arguments.of(command, 64),
                Arguments.of(delivery, 64),
                Arguments.of(number, 64),
                Arguments.of(wamid, 512),
                Arguments.of(person, 64),
                Arguments.of(identity, 256));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textIdsHaveALengthAndAreNotBlank(Function<String, ?> make, int most) {
        assertThatNoException().isThrownBy(() -> make.apply("x".repeat(most)));
        assertThatIllegalArgumentException().isThrownBy(() -> make.apply("x".repeat(most + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> make.apply(""));
        assertThatIllegalArgumentException().isThrownBy(() -> make.apply(" \t"));
    }

    @ParameterizedTest
    @CsvSource({"Mina, mina", "' mina ', mina", "ＭＩＮＡ, mina", "아람, 아람", "İ, i̇"})
    void aSignInNameIsTheSameHoweverItIsTyped(String typed, String kept) {
        assertThat(new PersonId(typed).value()).isEqualTo(kept);
        assertThat(new PersonId(kept)).isEqualTo(new PersonId(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mi na", "mi\u00a0na", "mi\tna", "mi\u0000na", "mi\u202ena", "mi\u200dna", "\ufeffmina"})
    void aSignInNameHasNothingUnseenInIt(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonId(name));
    }

    @Test
    void aSenderHasAtLeastOneIdentityAndNamesTheFirstOfAKind() {
        Sender sender = new Sender(
                List.of(Identity.phone("447700900341"), Identity.bsuid("GB.7f"), Identity.phone("447700900342")),
                Optional.empty(),
                Optional.empty());

        assertThat(sender.identity(Identity.Kind.PHONE)).contains(Identity.phone("447700900341"));
        assertThat(sender.identity(Identity.Kind.GROUP)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sender(List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aFenceSeesNothingOrAJournalNumber() {
        assertThat(new Fence(new ClaimNumber(1), 0).seen()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Fence(new ClaimNumber(1), -1));
    }
}
