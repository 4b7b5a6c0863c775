// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Content;
import baton.domain.MessageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutboundLimitsTest {

    @Test
    void aTextHasOneTo4096Units() {
        assertThat(OutboundLimits.check(new Content.Text("x"))).isEmpty();
        assertThat(OutboundLimits.check(new Content.Text("x".repeat(4096)))).isEmpty();
        assertThat(OutboundLimits.check(new Content.Text("x".repeat(4097)))).contains("limit.text-too-long");
        assertThat(OutboundLimits.check(new Content.Text("👍".repeat(2049)))).contains("limit.text-too-long");
        assertThat(OutboundLimits.check(new Content.Text(""))).contains("limit.text-empty");
        assertThat(OutboundLimits.check(new Content.Text(" \n\u3000"))).contains("limit.text-empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "👍", "👍🏽", "❤️", "❤", "👨‍👩‍👧‍👦", "🇰🇷", "1️⃣", "©️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"})
    void oneEmojiOrNoneIsAReaction(String emoji) {
        assertThat(OutboundLimits.check(new Content.Reaction(new MessageId(1), emoji)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍👍", "ok", "1", "#", "각", " ", "👍 ", "©", "\uD83D"})
    void anythingElseIsNot(String emoji) {
        assertThat(OutboundLimits.check(new Content.Reaction(new MessageId(1), emoji)))
                .contains("limit.reaction-not-one-emoji");
    }

    @Test
    void otherKindsAreNotSentYet() {
        assertThat(OutboundLimits.check(new Content.Notice("a", "b"))).contains("limit.kind-not-sent");
    }
}
