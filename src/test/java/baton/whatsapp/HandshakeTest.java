// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import baton.run.Secret;
import org.junit.jupiter.api.Test;

final class HandshakeTest {
    private final Handshake handshake = new Handshake(new Secret("our-own-secret"));

    @Test
    void whoKnowsTheTokenGetsTheExactChallenge() {
        assertThat(handshake.answer("subscribe", "874413902", "our-own-secret")).contains("874413902");
    }

    @Test
    void everybodyElseGetsNothing() {
        assertThat(handshake.answer("subscribe", "874413902", "our-own-secreT")).isEmpty();
        assertThat(handshake.answer("unsubscribe", "874413902", "our-own-secret"))
                .isEmpty();
        assertThat(handshake.answer(null, "874413902", "our-own-secret")).isEmpty();
        assertThat(handshake.answer("subscribe", null, "our-own-secret")).isEmpty();
        assertThat(handshake.answer("subscribe", "874413902", null)).isEmpty();
    }
}
